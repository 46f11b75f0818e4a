using FastApiStyle.Errors;

namespace FastApiStyle.Validation;

/// <summary>What was seen of a request at once, before it was known that something is wrong with it.</summary>
/// <param name="OfParameters">The faults of its parameters.</param>
/// <param name="HasAsked">Whether they were looked for.</param>
/// <param name="Proven">With how many of the inputs that have rules nothing is wrong.</param>
internal readonly record struct FirstLook(List<Fault>? OfParameters, bool HasAsked, int Proven = 0);
