namespace FastApiStyle.Errors;

/// <summary>Headers that may come with a status of a route.</summary>
internal sealed record ProblemHeaders(int Status, IReadOnlyList<string> Names);
