namespace FastApiStyle.Errors;

/// <summary>Stands in the metadata of a route for the bodies of one status, where there are several.</summary>
internal sealed class AnyOf<TFirst, TSecond>;

/// <summary>Puts bodies together, and takes them apart again.</summary>
internal static class AnyOf
{
    public static Type Of(Type bodies, Type body) =>
        BodiesOf(bodies).Contains(body) ? bodies : typeof(AnyOf<,>).MakeGenericType(bodies, body);

    public static IReadOnlyList<Type> BodiesOf(Type bodies) => Is(bodies)
        ? [.. bodies.GenericTypeArguments.SelectMany(BodiesOf)]
        : [bodies];

    public static bool Is(Type? bodies) => bodies is { IsGenericType: true } && bodies.GetGenericTypeDefinition() == typeof(AnyOf<,>);
}
