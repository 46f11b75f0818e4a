using FastApiStyle.Errors;

namespace FastApiStyle.Dependencies;

/// <summary>The dependencies of one request, as far as they are resolved.</summary>
internal sealed class DependencyState
{
    // A request has few, so that looking at each is the fastest.
    private readonly List<(Type Type, object Dependency)> resolved = new(2);
    private HashSet<Type>? atFault;

    /// <summary>What is wrong with the input of those that could not be resolved; null where nothing is.</summary>
    public List<Fault>? Faults { get; private set; }

    /// <summary>With what one of them refuses the request; null while none does.</summary>
    public IResult? Refusal { get; set; }

    /// <summary>Which one that is.</summary>
    public DependencyNode? Refuser { get; set; }

    public static DependencyState Of(HttpContext http) => http.RequestServices.GetRequiredService<DependencyState>();

    public void Set(Type type, object dependency) => resolved.Add((type, dependency));

    /// <summary>Not to be had, for faults of its own or of what it needs.</summary>
    public void Fail(Type type, IReadOnlyList<Fault> faults)
    {
        (atFault ??= []).Add(type);
        (Faults ??= []).AddRange(faults);
    }

    public bool IsAtFault(Type type) => atFault?.Contains(type) == true;

    public object Get(Type type)
    {
        foreach (var (known, dependency) in resolved)
        {
            if (known == type)
            {
                return dependency;
            }
        }
        throw new UnresolvedException(
            $"{type.FullName} is not resolved for this request: take it as a parameter of the handler, or ask for it on the route or its group by RequireDependency<{type.Name}>().");
    }
}

/// <summary>Somebody has asked for a dependency that its route does not reach.</summary>
internal sealed class UnresolvedException(string message) : InvalidOperationException(message);
