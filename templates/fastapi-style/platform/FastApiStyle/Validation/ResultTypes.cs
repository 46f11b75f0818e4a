using System.Reflection;
using Microsoft.AspNetCore.Http.HttpResults;

namespace FastApiStyle.Validation;

/// <summary>What a handler may return.</summary>
internal static class ResultTypes
{
    private static readonly Type[] Files =
        [typeof(FileContentHttpResult), typeof(FileStreamHttpResult), typeof(PhysicalFileHttpResult), typeof(VirtualFileHttpResult), typeof(PushStreamHttpResult)];

    /// <summary>The type of the result of a handler, or each one in its <c>Results&lt;…&gt;</c>.</summary>
    public static IReadOnlyList<Type> Of(MethodInfo handler)
    {
        var type = handler.ReturnType;
        type = type.IsGenericType && type.GetGenericTypeDefinition() is var task && (task == typeof(Task<>) || task == typeof(ValueTask<>))
            ? type.GenericTypeArguments[0]
            : type;
        return [.. InsideOf(type)];
    }

    private static IEnumerable<Type> InsideOf(Type type) =>
        type.IsAssignableTo(typeof(INestedHttpResult)) && type.IsGenericType ? type.GenericTypeArguments.SelectMany(InsideOf) : [type];

    /// <summary>Whether a result is bytes, of a file or of a stream.</summary>
    public static bool IsFile(Type result) => Files.Contains(result);
}
