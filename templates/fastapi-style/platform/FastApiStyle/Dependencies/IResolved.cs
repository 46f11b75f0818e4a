using System.Reflection;
using Microsoft.AspNetCore.Http.Metadata;

namespace FastApiStyle.Dependencies;

/// <summary>What a method that makes a dependency may return beside the dependency itself.</summary>
internal interface IResolved
{
    /// <summary>The dependency, or the <see cref="IResult"/> with which it refuses.</summary>
    object? Outcome { get; }
}

internal static class Refusals
{
    private static readonly MethodInfo PopulateMethod = typeof(Refusals).GetMethod(nameof(Populate), BindingFlags.NonPublic | BindingFlags.Static)!;

    /// <summary>Lets a problem say which status it answers with, where it does.</summary>
    public static void Document<TProblem>(MethodInfo method, EndpointBuilder builder)
    {
        if (typeof(TProblem).IsAssignableTo(typeof(IEndpointMetadataProvider)))
        {
            PopulateMethod.MakeGenericMethod(typeof(TProblem)).Invoke(null, BindingFlags.DoNotWrapExceptions, null, [method, builder], null);
        }
    }

    private static void Populate<TProblem>(MethodInfo method, EndpointBuilder builder) where TProblem : IEndpointMetadataProvider =>
        TProblem.PopulateMetadata(method, builder);
}
