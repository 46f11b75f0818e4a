namespace FastApiStyle.Dependencies;

/// <summary>
/// Registers a dependency as a service of the request that picks up what was resolved for it. So whoever asks for it gets it, the
/// request disposes of it, and a test replaces it by registering another.
/// </summary>
internal sealed class DependencyDescriptor(Type type)
    : ServiceDescriptor(type, services => services.GetRequiredService<DependencyState>().Get(type), ServiceLifetime.Scoped)
{
    /// <summary>Whether a type says of itself how it is made from a request.</summary>
    public static bool IsDependency(Type type)
    {
        foreach (var each in type.IsClass ? type.GetInterfaces() : [])
        {
            if (each.IsGenericType && each.GetGenericTypeDefinition() == typeof(IDependency<>) && each.GenericTypeArguments[0] == type)
            {
                return true;
            }
        }
        return false;
    }
}
