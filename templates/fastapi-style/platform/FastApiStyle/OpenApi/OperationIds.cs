using System.Text.Json;
using System.Text.RegularExpressions;

namespace FastApiStyle;

/// <summary>
/// Names of operations for <see cref="ApiOptions.OperationIds"/>, from which generated clients name their functions:
/// <c>api.OperationIds = OperationIds.TagAndName</c>. Any other function does, too.
/// </summary>
public static partial class OperationIds
{
    /// <summary>The name of the handler, as <c>readItem</c>; of a lambda its method and path.</summary>
    public static string Handler(ApiOperation operation) => operation switch
    {
        { Handler: null } => string.Concat(operation.Path.Split(['/', '{', '}', '-', '.', '?', '*', ':'], StringSplitOptions.RemoveEmptyEntries)
            .Select(Pascal).Prepend(operation.Method.ToLowerInvariant())),
        { Handler: var name, Methods.Count: > 1 } => Camel(name) + Pascal(operation.Method.ToLowerInvariant()),
        { Handler: var name } => Camel(name),
    };

    /// <summary>
    /// FastAPI's own, <c>read_item_items__item_id__get</c>: the name of the function, the path, and the method
    /// (<c>fastapi.utils.generate_unique_id</c>). Handlers and parameters are named as functions in Python are.
    /// </summary>
    public static string FastApi(ApiOperation operation)
    {
        var path = PathParameter.Replace(operation.Path, name => $"{{{Snake(name.Groups["name"].Value)}}}");
        return $"{NoWord.Replace($"{Snake(operation.Handler ?? "")}{path}", "_")}_{operation.Method.ToLowerInvariant()}";
    }

    /// <summary>
    /// The first tag and the name of the function in Python's way, <c>items-read_item</c>, as the <c>generate_unique_id_function</c> of FastAPI's
    /// documentation and its full-stack template. Where there is no tag, the name alone.
    /// </summary>
    public static string TagAndName(ApiOperation operation)
    {
        var name = Snake(Handler(operation));
        return operation.Tags.Count > 0 ? $"{operation.Tags[0]}-{name}" : name;
    }

    // Clients name their methods after it.
    private static string Camel(string name) => $"{char.ToLowerInvariant(name[0])}{name[1..]}";

    private static string Pascal(string name) => $"{char.ToUpperInvariant(name[0])}{name[1..]}";

    private static string Snake(string name) => JsonNamingPolicy.SnakeCaseLower.ConvertName(name);

    /// <summary>A parameter of a path, with what constrains it.</summary>
    [GeneratedRegex(@"\{\**(?<name>\w+)[^}]*\}")]
    private static partial Regex PathParameter { get; }

    [GeneratedRegex(@"\W")]
    private static partial Regex NoWord { get; }
}
