using System.Reflection;
using System.Text.RegularExpressions;
using FastApiStyle.Dependencies;
using FastApiStyle.OpenApi;
using FastApiStyle.Validation;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http.Metadata;

namespace FastApiStyle.Hosting;

/// <summary>
/// Builds the routes when the service starts, as the first request would: one that cannot be served, or that the document could
/// not name, stops the start with a sentence instead of answering every request with 500.
/// </summary>
internal sealed partial class RouteCheck(DependencyBook dependencies, DocumentNames names) : IStartupFilter
{
    private string? current;

    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
    {
        next(app);
        // Only now do routing and this look at the same ones, which are built once.
        Check(app.ApplicationServices.GetRequiredService<EndpointDataSource>());
    };

    public void Begin(EndpointBuilder route) => current = route.DisplayName;

    public void End() => current = null;

    private void Check(EndpointDataSource routes)
    {
        try
        {
            dependencies.Check();
            RefuseOneNameForTwo(routes.Endpoints);
            RefuseWhatIsNotResolved(routes.Endpoints);
            RefuseFilesThatNeverCome(routes.Endpoints);
            RefuseKeysThatNobodyChecks(routes.Endpoints);
            UncheckedAttributes.Refuse(routes.Endpoints);
            names.CheckSchemas(routes.Endpoints);
        }
        catch (TargetInvocationException exception) when (exception.GetBaseException() is StartupException sentence)
        {
            // The framework asks results by reflection what they document.
            throw new StartupException(sentence.Message, exception);
        }
        catch (InvalidOperationException exception) when (current is not null)
        {
            throw new StartupException($"{current} cannot be served: {Reason(exception.Message)}", exception);
        }
    }

    private void RefuseOneNameForTwo(IReadOnlyList<Endpoint> routes)
    {
        var twice = routes.OfType<RouteEndpoint>()
            .Where(route => route.Metadata.GetMetadata<IExcludeFromDescriptionMetadata>()?.ExcludeFromDescription != true
                && route.Metadata.GetMetadata<MethodInfo>() is not null)
            .SelectMany(route => names.OfRoute(route).Select(name => new Named(name, route)))
            .GroupBy(named => named.Name, StringComparer.Ordinal)
            .FirstOrDefault(named => named.Count() > 1);
        if (twice is not null)
        {
            throw new StartupException(
                $"The document would call {twice.Count()} operations {twice.Key}: {string.Join(" and ", twice.Select(named => named.Route.DisplayName))}. "
                + "Give one of the handlers another name, or its route one by WithName.");
        }
    }

    /// <summary>A route outside of features has no part in them, unless it says so.</summary>
    private static void RefuseWhatIsNotResolved(IReadOnlyList<Endpoint> routes)
    {
        foreach (var route in routes.Where(route => route.Metadata.GetMetadata<FeatureRoute>() is null && route.Metadata.GetMetadata<WireBinding>() is null))
        {
            var needed = route.Metadata.GetMetadata<DependencyPlan>() is null ? DependencyPlan.RootsOf(route.Metadata).FirstOrDefault() : null;
            if (needed is not null)
            {
                throw new StartupException(
                    $"{route.DisplayName} asks for {needed.Name} and is mapped outside of features: add .RequireDependency<{needed.Name}>() to it, or map it in a feature.");
            }
            var cookie = route.Metadata.GetOrderedMetadata<IParameterBindingMetadata>()
                .FirstOrDefault(parameter => parameter.ParameterInfo.IsDefined(typeof(FromCookieAttribute), false));
            if (cookie is not null)
            {
                throw new StartupException($"{route.DisplayName} reads {cookie.Name} from a cookie and is mapped outside of features: map it in a feature.");
            }
        }
    }

    /// <summary>In a list of files the framework looks for others than those of its field, and finds none.</summary>
    private static void RefuseFilesThatNeverCome(IReadOnlyList<Endpoint> routes)
    {
        foreach (var route in routes)
        {
            var files = route.Metadata.GetOrderedMetadata<IParameterBindingMetadata>().Select(parameter => parameter.ParameterInfo).FirstOrDefault(parameter =>
                Parameter.IsFiles(parameter.ParameterType) && parameter.ParameterType != typeof(IFormFile) && parameter.ParameterType != typeof(IFormFileCollection));
            if (files is not null)
            {
                throw new StartupException($"{route.DisplayName} would never be given a file in {files.Name}: make it an IFormFileCollection.");
            }
        }
    }

    /// <summary>A handler is asked when the rest of the request has been validated.</summary>
    private static void RefuseKeysThatNobodyChecks(IReadOnlyList<Endpoint> routes)
    {
        foreach (var route in routes)
        {
            var plan = route.Metadata.GetMetadata<DependencyPlan>();
            var key = route.Metadata.GetOrderedMetadata<IParameterBindingMetadata>()
                .FirstOrDefault(parameter => DependencyKey.AttributeOf(parameter) is not null && plan?.Takes(parameter) != true);
            if (key is not null)
            {
                throw new StartupException(
                    $"{route.DisplayName} takes {key.Name} as a [SecurityScheme] in its handler: let an IDependency take it, which refuses before anything is validated.");
            }
        }
    }

    private static string Reason(string message)
    {
        var bodies = FromBody.Matches(message).Select(parameter => parameter.Groups["name"].Value).ToList();
        return bodies.Count > 1
            ? $"{string.Join(" and ", bodies)} would all be read from its body, which is one value. Put them into one record, or say where else they come from, as by [FromQuery] or [FromServices]."
            : message.Split('\n')[0].Trim();
    }

    /// <summary>A row in the table of the framework.</summary>
    [GeneratedRegex(@"^(?<name>\w+)\s*\|\s*(Body|UNKNOWN)", RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex FromBody { get; }

    private sealed record Named(string Name, RouteEndpoint Route);
}
