using System.Reflection;

namespace FastApiStyle.Tasks;

/// <summary>Names the tasks of a handler by its route, and drops them where it throws, whoever makes an answer of that.</summary>
internal static class TasksOfHandler
{
    public static EndpointFilterDelegate Create(EndpointFilterFactoryContext context, EndpointFilterDelegate next) =>
        !Asks(context.MethodInfo) ? next : async invocation =>
        {
            var http = invocation.HttpContext;
            http.RequestServices.GetRequiredService<BackgroundTasks>().Operation =
                $"{http.Request.Method} {(http.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText}";
            try
            {
                return await next(invocation);
            }
            catch
            {
                BackgroundTasks.Drop(http);
                throw;
            }
        };

    private static bool Asks(MethodInfo handler) => Array.Exists(handler.GetParameters(), parameter =>
        parameter.ParameterType == typeof(BackgroundTasks)
        || (parameter.IsDefined(typeof(AsParametersAttribute))
            && Array.Exists(parameter.ParameterType.GetProperties(), member => member.PropertyType == typeof(BackgroundTasks))));
}
