using FastApiService.Platform.Errors;
using FastApiService.Platform.Json;
using FluentValidation;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.RateLimiting;

namespace FastApiService.Platform.Validation;

/// <summary>Validates the input of every route of a group, and answers 422 with all faults.</summary>
public static class InputValidation
{
    static InputValidation() => WireNames.UseInRules();

    public static RouteGroupBuilder WithInputValidation(this RouteGroupBuilder group)
    {
        group.AddEndpointFilterFactory(Create);
        ((IEndpointConventionBuilder)group).Finally(ImpliedResponses.Document);
        return group;
    }

    private static EndpointFilterDelegate Create(EndpointFilterFactoryContext context, EndpointFilterDelegate next)
    {
        var services = context.ApplicationServices;
        var isService = services.GetService<IServiceProviderIsService>();
        var rules = new List<(int Argument, IValidator Validator)>();
        foreach (var parameter in context.MethodInfo.GetParameters())
        {
            var type = parameter.ParameterType;
            if (isService?.IsService(type) != true)
            {
                services.GetRequiredService<BodyTypes>().Add(type);
            }
            if (services.GetService(typeof(IValidator<>).MakeGenericType(type)) is IValidator validator)
            {
                rules.Add((parameter.Position, validator));
            }
        }

        ParameterCheck? parameters = null;
        return async invocation =>
        {
            var http = invocation.HttpContext;
            parameters ??= new ParameterCheck(http.GetEndpoint()!);
            var faults = parameters.FindFaults(http);
            if (http.Response.StatusCode == StatusCodes.Status400BadRequest)
            {
                faults.AddRange(BodyFaults.Of(http));
                if (faults.Count == 0)
                {
                    faults.Add(TypeFaults.Missing(["body"]));
                }
            }
            if (faults.Count == 0)
            {
                foreach (var (argument, validator) in rules)
                {
                    if (invocation.Arguments[argument] is { } value)
                    {
                        await ValidateAsync(value, validator, parameters, faults, http.RequestAborted);
                    }
                }
            }
            return faults.Count == 0 ? await next(invocation) : new InvalidInput(faults);
        };
    }

    private static async ValueTask ValidateAsync(
        object argument, IValidator validator, ParameterCheck parameters, List<Fault> faults, CancellationToken cancellation)
    {
        var result = await validator.ValidateAsync(new ValidationContext<object>(argument), cancellation);
        foreach (var failure in result.Errors)
        {
            faults.Add(RuleFaults.From(failure, parameters.SourceOf));
        }
    }

    private sealed class InvalidInput(IReadOnlyList<Fault> faults) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext) =>
            ValidationProblem.For(httpContext, faults).WriteAsync(httpContext);
    }
}

/// <summary>Documents the answers that follow from how a route is set up, where and only where they can happen.</summary>
internal static class ImpliedResponses
{
    public static void Document(EndpointBuilder endpoint)
    {
        var metadata = endpoint.Metadata;
        var accepts = metadata.OfType<IAcceptsMetadata>().Any();

        if (NeedsToken(metadata))
        {
            Add<Problem>(endpoint, StatusCodes.Status401Unauthorized);
            if (metadata.OfType<IAuthorizeData>().Any(data => data.Policy is not null || data.Roles is not null))
            {
                Add<Problem>(endpoint, StatusCodes.Status403Forbidden);
            }
        }
        if (accepts)
        {
            Add<Problem>(endpoint, StatusCodes.Status413PayloadTooLarge);
            Add<Problem>(endpoint, StatusCodes.Status415UnsupportedMediaType);
        }
        if (accepts || metadata.OfType<IParameterBindingMetadata>().Any(ParameterCheck.IsInput))
        {
            Add<ValidationProblem>(endpoint, StatusCodes.Status422UnprocessableEntity);
        }
        if (metadata.OfType<EnableRateLimitingAttribute>().Any())
        {
            Add<Problem>(endpoint, StatusCodes.Status429TooManyRequests);
        }
    }

    /// <summary>Whether a route answers only who is signed in.</summary>
    public static bool NeedsToken(IEnumerable<object> metadata) =>
        metadata.OfType<IAuthorizeData>().Any() && !metadata.OfType<IAllowAnonymous>().Any();

    private static void Add<TBody>(EndpointBuilder endpoint, int status) =>
        endpoint.Metadata.Add(new ProducesResponseTypeMetadata(status, typeof(TBody), [Problem.ContentType]));
}
