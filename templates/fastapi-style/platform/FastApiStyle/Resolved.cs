using System.Reflection;
using FastApiStyle.Dependencies;
using Microsoft.AspNetCore.Http.Metadata;

namespace FastApiStyle;

/// <summary>A dependency, or the problem with which it refuses the request: what <see cref="IDependency{TSelf}"/> may return.</summary>
/// <typeparam name="T">The dependency.</typeparam>
/// <typeparam name="TProblem">How it may refuse, which documents it.</typeparam>
public readonly struct Resolved<T, TProblem> : IResolved, IEndpointMetadataProvider
    where T : class, IDependency<T>
    where TProblem : IResult
{
    private readonly object? outcome;

    private Resolved(object? outcome) => this.outcome = outcome;

    object? IResolved.Outcome => outcome;

    /// <summary>It was resolved.</summary>
    public static implicit operator Resolved<T, TProblem>(T dependency) => new(dependency);

    /// <summary>It refuses.</summary>
    public static implicit operator Resolved<T, TProblem>(TProblem problem) => new(problem);

    static void IEndpointMetadataProvider.PopulateMetadata(MethodInfo method, EndpointBuilder builder) => Refusals.Document<TProblem>(method, builder);
}

/// <summary>A dependency, or one of two problems with which it refuses the request: what <see cref="IDependency{TSelf}"/> may return.</summary>
/// <typeparam name="T">The dependency.</typeparam>
/// <typeparam name="TProblem1">One way to refuse, which documents it.</typeparam>
/// <typeparam name="TProblem2">Another one.</typeparam>
public readonly struct Resolved<T, TProblem1, TProblem2> : IResolved, IEndpointMetadataProvider
    where T : class, IDependency<T>
    where TProblem1 : IResult
    where TProblem2 : IResult
{
    private readonly object? outcome;

    private Resolved(object? outcome) => this.outcome = outcome;

    object? IResolved.Outcome => outcome;

    /// <summary>It was resolved.</summary>
    public static implicit operator Resolved<T, TProblem1, TProblem2>(T dependency) => new(dependency);

    /// <summary>It refuses.</summary>
    public static implicit operator Resolved<T, TProblem1, TProblem2>(TProblem1 problem) => new(problem);

    /// <summary>It refuses.</summary>
    public static implicit operator Resolved<T, TProblem1, TProblem2>(TProblem2 problem) => new(problem);

    static void IEndpointMetadataProvider.PopulateMetadata(MethodInfo method, EndpointBuilder builder)
    {
        Refusals.Document<TProblem1>(method, builder);
        Refusals.Document<TProblem2>(method, builder);
    }
}

/// <summary>A dependency, or one of three problems with which it refuses the request: what <see cref="IDependency{TSelf}"/> may return.</summary>
/// <typeparam name="T">The dependency.</typeparam>
/// <typeparam name="TProblem1">One way to refuse, which documents it.</typeparam>
/// <typeparam name="TProblem2">Another one.</typeparam>
/// <typeparam name="TProblem3">A third one.</typeparam>
public readonly struct Resolved<T, TProblem1, TProblem2, TProblem3> : IResolved, IEndpointMetadataProvider
    where T : class, IDependency<T>
    where TProblem1 : IResult
    where TProblem2 : IResult
    where TProblem3 : IResult
{
    private readonly object? outcome;

    private Resolved(object? outcome) => this.outcome = outcome;

    object? IResolved.Outcome => outcome;

    /// <summary>It was resolved.</summary>
    public static implicit operator Resolved<T, TProblem1, TProblem2, TProblem3>(T dependency) => new(dependency);

    /// <summary>It refuses.</summary>
    public static implicit operator Resolved<T, TProblem1, TProblem2, TProblem3>(TProblem1 problem) => new(problem);

    /// <summary>It refuses.</summary>
    public static implicit operator Resolved<T, TProblem1, TProblem2, TProblem3>(TProblem2 problem) => new(problem);

    /// <summary>It refuses.</summary>
    public static implicit operator Resolved<T, TProblem1, TProblem2, TProblem3>(TProblem3 problem) => new(problem);

    static void IEndpointMetadataProvider.PopulateMetadata(MethodInfo method, EndpointBuilder builder)
    {
        Refusals.Document<TProblem1>(method, builder);
        Refusals.Document<TProblem2>(method, builder);
        Refusals.Document<TProblem3>(method, builder);
    }
}
