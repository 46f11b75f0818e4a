using System.Reflection;
using FastApiStyle.Dependencies;
using Grpc.Core;

namespace FastApiStyle.Grpc.Hosting;

/// <summary>The gRPC services of a service: classes whose base a <c>.proto</c> has made.</summary>
internal static class GrpcServices
{
    private static readonly MethodInfo MapMethod = typeof(GrpcServices).GetMethod(nameof(MapService), BindingFlags.NonPublic | BindingFlags.Static)!;

    public static IEnumerable<Type> In(IEnumerable<Type> types) => types
        .Where(type => type is { IsClass: true, IsAbstract: false } && type.BaseType?.IsDefined(typeof(BindServiceMethodAttribute), inherit: true) == true)
        .OrderBy(type => type.Name, StringComparer.Ordinal);

    /// <summary>The dependencies that a service is given in its constructor.</summary>
    public static IEnumerable<Type> NeedsOf(Type service) => service.GetConstructors()
        .SelectMany(constructor => constructor.GetParameters()).Select(parameter => parameter.ParameterType)
        .Where(DependencyDescriptor.IsDependency).Distinct();

    public static void Map(Type service, IEndpointRouteBuilder routes) =>
        MapMethod.MakeGenericMethod(service).Invoke(null, BindingFlags.DoNotWrapExceptions, null, [routes], null);

    private static void MapService<TService>(IEndpointRouteBuilder routes) where TService : class => routes.MapGrpcService<TService>();
}
