namespace FastApiStyle.Errors;

/// <summary>Stands in the metadata of a route that refuses input by rules which no validator has.</summary>
internal sealed class FurtherRules;
