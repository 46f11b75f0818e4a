using System.Reflection;
using FastApiStyle.Dependencies;
using FastApiStyle.Errors;
using FastApiStyle.Hosting;
using FastApiStyle.Json;
using FastApiStyle.Tasks;
using Microsoft.AspNetCore.Http.Metadata;

namespace FastApiStyle.Validation;

/// <summary>Validates the input of every route of a group, and answers 422 with all faults.</summary>
internal static class InputValidation
{
    public static void AddInputValidation(this IServiceCollection services) => services.AddSingleton<WireInput>().AddSingleton<MessageCheck>();

    public static RouteGroupBuilder WithInputValidation(this RouteGroupBuilder group)
    {
        var check = ((IEndpointRouteBuilder)group).ServiceProvider.GetRequiredService<RouteCheck>();
        group.AddEndpointFilterFactory(Create);
        group.AddEndpointFilterFactory(TasksOfHandler.Create);
        ((IEndpointConventionBuilder)group).Add(route =>
        {
            check.Begin(route);
            route.Metadata.Add(FeatureRoute.Instance);
        });
        ((IEndpointConventionBuilder)group).Finally(route =>
        {
            check.End();
            DependencyPlan.Attach(route, isOfFeature: true);
            ImpliedResponses.Document(route);
        });
        ((IEndpointConventionBuilder)group).Finally(KnowBodies);
        ((IEndpointConventionBuilder)group).Finally(WireBinding.Attach);
        return group;
    }

    /// <summary>What may be a body is known before the first one is read, which is before the other routes are compiled.</summary>
    private static void KnowBodies(EndpointBuilder route)
    {
        // Of a form, the framework names the type of its first field, which may be text like any other.
        var json = route.Metadata.OfType<IAcceptsMetadata>().Where(accepts => accepts.ContentTypes.Any(type => type.EndsWith("json", StringComparison.Ordinal)));
        foreach (var accepted in json.Select(accepts => accepts.RequestType).OfType<Type>())
        {
            // What a route says of itself alone, it reads by hand.
            if (route.Metadata.OfType<IParameterBindingMetadata>().Any(parameter => parameter.ParameterInfo.ParameterType == accepted))
            {
                route.ApplicationServices.GetRequiredService<BodyTypes>().Add(accepted);
            }
        }
    }

    private static EndpointFilterDelegate Create(EndpointFilterFactoryContext context, EndpointFilterDelegate next)
    {
        var services = context.ApplicationServices;
        var inputs = Input.Of(context.MethodInfo, services.GetService<IServiceProviderIsService>());
        var files = context.MethodInfo.GetParameters().Where(parameter => parameter.ParameterType == typeof(IFormFileCollection)).ToList();
        EndpointCheck? check = null;
        FormObject[]? forms = null;
        return invocation =>
        {
            // Only now is the metadata of the endpoint complete.
            check ??= new EndpointCheck(invocation.HttpContext.GetEndpoint()!, inputs, services);
            forms ??= [.. FormObject.Of(invocation.HttpContext.GetEndpoint()!, context.MethodInfo, services.GetRequiredService<StrictJson>())];
            var look = default(FirstLook);
            return forms.Length + files.Count == 0 && check.IsFaultless(invocation, out look) ? next(invocation) : CheckAsync(invocation, check, forms, look);
        };

        async ValueTask<object?> CheckAsync(EndpointFilterInvocationContext invocation, EndpointCheck check, FormObject[] forms, FirstLook look)
        {
            var isFormRead = forms.Length > 0;
            foreach (var form in forms)
            {
                isFormRead &= form.Bind(invocation);
            }
            foreach (var parameter in files)
            {
                invocation.Arguments[parameter.Position] = Parameter.FilesOf(parameter.Name!, (IFormFileCollection?)invocation.Arguments[parameter.Position], IsOptional(parameter));
            }
            var faults = await check.FindFaultsAsync(invocation, look, isFormRead);
            if (faults is not null)
            {
                BackgroundTasks.Drop(invocation.HttpContext);
                return new InvalidInput(faults);
            }
            return await next(invocation);
        }
    }

    private static bool IsOptional(ParameterInfo parameter) =>
        parameter.HasDefaultValue || new NullabilityInfoContext().Create(parameter).WriteState == NullabilityState.Nullable;

    private sealed class InvalidInput(IReadOnlyList<Fault> faults) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext) =>
            ErrorWriter.Of(httpContext.RequestServices).WriteFaultsAsync(httpContext, faults);
    }
}

/// <summary>Stands in the metadata of each route whose input is validated here.</summary>
internal sealed class FeatureRoute
{
    public static FeatureRoute Instance { get; } = new();
}

/// <summary>What a handler is given: an argument, or a member of an [AsParameters] argument.</summary>
internal sealed record Input(Type Type, Func<EndpointFilterInvocationContext, object?> Get)
{
    public static IReadOnlyList<Input> Of(MethodInfo handler, IServiceProviderIsService? services)
    {
        var inputs = new List<Input>();
        foreach (var parameter in handler.GetParameters().Where(parameter => services?.IsService(parameter.ParameterType) != true))
        {
            inputs.Add(new(parameter.ParameterType, invocation => invocation.Arguments[parameter.Position]));
            if (parameter.GetCustomAttribute<AsParametersAttribute>() is not null)
            {
                inputs.AddRange(parameter.ParameterType.GetProperties()
                    .Where(member => member.CanRead && services?.IsService(member.PropertyType) != true)
                    .Select(member => new Input(member.PropertyType,
                        invocation => invocation.Arguments[parameter.Position] is { } record ? member.GetValue(record) : null)));
            }
        }
        return inputs;
    }
}
