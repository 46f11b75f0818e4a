using FluentValidation;
using Microsoft.AspNetCore.Http.HttpResults;

namespace FastApiStyle.Benchmarks.Library;

/// <summary>One route three times: validated by the service, by FluentValidation alone, and not at all.</summary>
internal static class Api
{
    public static readonly string[] Routes = ["/full", "/fluent", "/none"];

    public static WebApplication Create(params string[] args)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            Args = args,
            EnvironmentName = Environments.Production,
            ContentRootPath = AppContext.BaseDirectory,
        });
        // A line for each request would cost more than what is compared here.
        builder.Logging.ClearProviders();
        builder.AddFastApiStyle(typeof(Api).Assembly);
        builder.Services.AddSingleton<IValidator<Item<Full>>, ItemRules<Full>>();

        var app = builder.Build();
        app.UseFastApiStyle();
        app.UseRouting();
        app.MapFeatures();
        app.MapGroup("/fluent").AddEndpointFilter(new FluentFilter<Item<Fluent>>(new ItemRules<Fluent>())).MapPost("", Accept<Fluent>).ExcludeFromDescription();
        app.MapGroup("/none").MapPost("", Accept<None>).ExcludeFromDescription();
        app.MapGet("/ready", () => "Hello").ExcludeFromDescription();
        // Said here, and not left to the start, so that the pipeline can be had without a server.
        app.UseEndpoints(_ => { });
        return app;
    }

    /// <summary>What the library validates.</summary>
    private sealed class Validated : IFeature
    {
        public static void MapRoutes(IEndpointRouteBuilder routes)
        {
            routes.MapPost("/full", Accept<Full>);
            routes.MapPost("/orders", (Order order) => TypedResults.Ok(order.Lines.Count));
        }
    }

    private static Ok<Receipt> Accept<TVariant>(Item<TVariant> item) =>
        TypedResults.Ok(new Receipt(item.Name, item.Price));

    private sealed class FluentFilter<T>(AbstractValidator<T> validator) : IEndpointFilter
    {
        public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
        {
            if (context.Arguments[0] is not T value)
            {
                return TypedResults.BadRequest();
            }
            var result = await validator.ValidateAsync(value, context.HttpContext.RequestAborted);
            return result.IsValid ? await next(context) : TypedResults.UnprocessableEntity(result.ToDictionary());
        }
    }

    // Structs, so that each variant is compiled on its own and none profits from what another has warmed up.
    private readonly struct Full;

    private readonly struct Fluent;

    private readonly struct None;
}
