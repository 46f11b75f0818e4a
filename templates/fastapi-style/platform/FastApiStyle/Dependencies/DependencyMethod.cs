using System.Reflection;

namespace FastApiStyle.Dependencies;

/// <summary>The method that makes a dependency.</summary>
internal static class DependencyMethod
{
    private static readonly string[] Names = ["Resolve", "ResolveAsync"];

    /// <exception cref="StartupException">There is none, or none that can be called.</exception>
    public static MethodInfo Of(Type type)
    {
        var methods = type.GetMethods(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static | BindingFlags.Instance | BindingFlags.FlattenHierarchy)
            .Where(method => Names.Contains(method.Name))
            .ToList();
        return methods is [{ IsPublic: true, IsStatic: true, ContainsGenericParameters: false } method] && Returns(method, type)
            ? method
            : throw new StartupException(
                $"{type.FullName} is a dependency that nothing makes: give it one public static method ResolveAsync that returns "
                + $"ValueTask<{type.Name}> or ValueTask<Resolved<{type.Name}, …>>, or Resolve that returns {type.Name} or Resolved<{type.Name}, …>.");
    }

    /// <summary>How it may refuse.</summary>
    public static IEnumerable<Type> RefusalsOf(MethodInfo method) =>
        ResultOf(method) is var result && result.IsAssignableTo(typeof(IResolved)) ? result.GenericTypeArguments.Skip(1) : [];

    private static bool Returns(MethodInfo method, Type type)
    {
        var result = ResultOf(method);
        return result != method.ReturnType == (method.Name == "ResolveAsync")
            && (result.IsAssignableTo(typeof(IResolved)) ? result.GenericTypeArguments[0] : result) == type;
    }

    private static Type ResultOf(MethodInfo method) =>
        method.ReturnType is { IsGenericType: true } type && type.GetGenericTypeDefinition() is var task && (task == typeof(ValueTask<>) || task == typeof(Task<>))
            ? type.GenericTypeArguments[0]
            : method.ReturnType;
}
