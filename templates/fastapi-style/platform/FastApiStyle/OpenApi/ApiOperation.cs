namespace FastApiStyle;

/// <summary>What <see cref="ApiOptions.OperationIds"/> makes a name of.</summary>
/// <param name="Method">The method, in capitals.</param>
/// <param name="Path">The path as its route writes it, such as <c>/items/{itemId}</c>.</param>
/// <param name="Tags">Its tags; none where neither the route nor a group of it has any.</param>
/// <param name="Handler">What <c>WithName</c> says, or else the name of the handler in the code; null for a lambda.</param>
/// <param name="Methods">Every method that its route takes. One handler of several methods is as many operations.</param>
public sealed record ApiOperation(string Method, string Path, IReadOnlyList<string> Tags, string? Handler, IReadOnlyList<string> Methods);
