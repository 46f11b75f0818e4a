using System.Collections;
using System.Text.RegularExpressions;

namespace FastApiStyle;

/// <summary>
/// Names of schemas for <see cref="ApiOptions.SchemaNames"/>, from which generated clients name their types. Any other function does, too.
/// </summary>
public static partial class SchemaNames
{
    private static readonly Dictionary<Type, string> OfPython = new()
    {
        [typeof(string)] = "str",
        [typeof(bool)] = "bool",
        [typeof(int)] = "int",
        [typeof(long)] = "int",
        [typeof(double)] = "float",
        [typeof(float)] = "float",
        [typeof(decimal)] = "Decimal",
        [typeof(Guid)] = "UUID",
        [typeof(DateTimeOffset)] = "datetime",
        [typeof(DateOnly)] = "date",
        [typeof(TimeOnly)] = "time",
        [typeof(TimeSpan)] = "timedelta",
    };

    /// <summary>The name of the type, as <c>ItemRead</c> and <c>ItemReadPage</c>. One in another type carries its name, too: many features have a Request.</summary>
    public static string TypeName(Type type) => string.Concat([
        .. type.GenericTypeArguments.Select(TypeName),
        type.DeclaringType is { } outer ? TypeName(outer) : "",
        Bare(type),
    ]);

    /// <summary>FastAPI's own, as <c>ItemRead</c> and <c>Page_ItemRead_</c>: what Pydantic calls a model, and <c>_</c> for what a name may not have.</summary>
    public static string FastApi(Type type) => Allowed(Python(type));

    /// <summary>Of what no name of a component may have, Pydantic makes a <c>_</c>.</summary>
    internal static string Allowed(string name) => NoName.Replace(name, "_");

    private static string Python(Type type) =>
        OfPython.TryGetValue(type, out var known) ? known
        : type.IsArray ? $"list[{Python(type.GetElementType()!)}]"
        : Nullable.GetUnderlyingType(type) is { } value ? $"Union[{Python(value)}, NoneType]"
        : !type.IsGenericType ? Bare(type)
        : type.GenericTypeArguments is [var item] && type.IsAssignableTo(typeof(IEnumerable)) ? $"list[{Python(item)}]"
        : type.GenericTypeArguments is [var key, var held] && type.IsAssignableTo(typeof(IEnumerable)) ? $"dict[{Python(key)}, {Python(held)}]"
        : $"{Bare(type)}[{string.Join(',', type.GenericTypeArguments.Select(Python))}]";

    private static string Bare(Type type) => type.Name.Split('`')[0].Replace("[]", "Array", StringComparison.Ordinal);

    [GeneratedRegex(@"[^a-zA-Z0-9.\-_]")]
    private static partial Regex NoName { get; }
}
