using System.Reflection;
using FastApiService.Platform.Hosting;
using FastApiService.Platform.Validation;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Options;
using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace FastApiService.Platform.OpenApi;

/// <summary>The settings under <c>Docs</c>.</summary>
public sealed record DocsSettings
{
    /// <summary>Whether <c>/openapi.json</c> is served. The two pages need it.</summary>
    public bool OpenApi { get; init; } = true;

    /// <summary>Whether <c>/docs</c> is served.</summary>
    public bool SwaggerUi { get; init; } = true;

    /// <summary>Whether <c>/redoc</c> is served.</summary>
    public bool ReDoc { get; init; } = true;
}

/// <summary>The documentation: the document, and the two pages that show it.</summary>
public static class DocsSetup
{
    private const string Document = "openapi";

    // ReDoc asks for a font and a logo from elsewhere; here, a page of documentation contacts this service and nothing
    // else. It also compiles schemas by eval.
    private const string ContentSecurityPolicy =
        "default-src 'self'; script-src 'self' 'unsafe-eval'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self' data:; worker-src 'self' blob:";

    public static void AddDocs(this WebApplicationBuilder builder)
    {
        builder.AddSettings<DocsSettings>("Docs");
        builder.Services.AddHostedService<DocsAddress>();
        builder.Services.AddEndpointsApiExplorer();
        builder.Services.AddTransient<ISerializerDataContractResolver, WireContracts>();
        builder.Services.AddSwaggerGen(Generate);
    }

    public static void UseDocs(this WebApplication app)
    {
        var docs = app.Services.GetRequiredService<IOptions<DocsSettings>>();
        app.UseWhen(_ => docs.Value.OpenApi, branch => branch.UseSwagger(swagger =>
        {
            swagger.RouteTemplate = "{documentName}.json";
            swagger.OpenApiVersion = OpenApiSpecVersion.OpenApi3_1;
            swagger.PreSerializeFilters.Add(ServeUnderPathBase);
        }));
        app.UseWhen(_ => docs.Value.SwaggerUi, branch => branch.Use(KeepToSelfAsync).UseSwaggerUI(page =>
        {
            page.RoutePrefix = "docs";
            page.DocumentTitle = "FastApi-Service";
            page.SwaggerEndpoint("../openapi.json", "FastApi-Service");
            page.EnableDeepLinking();
            page.DisplayOperationId();
        }));
        app.UseWhen(_ => docs.Value.ReDoc, branch => branch.Use(KeepToSelfAsync).UseReDoc(page =>
        {
            page.RoutePrefix = "redoc";
            page.DocumentTitle = "FastApi-Service";
            page.SpecUrl("../openapi.json");
        }));
    }

    private static Task KeepToSelfAsync(HttpContext http, RequestDelegate next)
    {
        if (http.Request.Path.StartsWithSegments("/docs", StringComparison.Ordinal)
            || http.Request.Path.StartsWithSegments("/redoc", StringComparison.Ordinal))
        {
            http.Response.Headers.ContentSecurityPolicy = ContentSecurityPolicy;
        }
        return next(http);
    }

    private static void Generate(SwaggerGenOptions options)
    {
        options.SwaggerDoc(Document, new OpenApiInfo
        {
            Title = "FastApi-Service",
            Version = Assembly.GetExecutingAssembly().GetName().Version!.ToString(3),
        });
        options.IncludeXmlComments(Assembly.GetExecutingAssembly());
        options.CustomOperationIds(api => api.TryGetMethodInfo(out var handler) ? WireNames.Of(handler.Name) : null);
        options.DescribeAllParametersInCamelCase();
        options.SupportNonNullableReferenceTypes();
        // Swashbuckle would say "double", and generated clients would round.
        options.MapType<decimal>(() => new OpenApiSchema { Type = JsonSchemaType.Number, Format = "decimal" });
        options.SchemaFilter<MemberSchemas>();
        options.OperationFilter<OperationDetails>();
        options.DocumentFilter<TagDescriptions>();
        options.AddSecurityDefinition(OperationDetails.Scheme, new OpenApiSecurityScheme
        {
            Type = SecuritySchemeType.OAuth2,
            Description = "Sign in with the e-mail address and the password of a user.",
            Flows = new OpenApiOAuthFlows
            {
                Password = new OpenApiOAuthFlow { TokenUrl = new Uri("/token", UriKind.Relative), Scopes = new Dictionary<string, string>() },
            },
        });
    }

    /// <summary>Behind a path prefix, the addresses in the document start with it.</summary>
    private static void ServeUnderPathBase(OpenApiDocument document, HttpRequest request)
    {
        if (request.PathBase.HasValue)
        {
            document.Servers = [new OpenApiServer { Url = request.PathBase.Value }];
            var flow = document.Components!.SecuritySchemes![OperationDetails.Scheme].Flows!.Password!;
            flow.TokenUrl = new Uri($"{request.PathBase}/token", UriKind.Relative);
        }
    }
}

/// <summary>Tells on the console where the documentation is.</summary>
internal sealed partial class DocsAddress(
    IServer server, IHostApplicationLifetime lifetime, IOptions<DocsSettings> docs, IOptions<ServerSettings> settings,
    ILogger<DocsAddress> logger) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        if (docs.Value.SwaggerUi)
        {
            lifetime.ApplicationStarted.Register(Tell);
        }
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private void Tell()
    {
        foreach (var address in server.Features.Get<IServerAddressesFeature>()?.Addresses ?? [])
        {
            // Of every address of this machine, the one that a browser on it can open.
            var open = address.Replace("[::]", "localhost", StringComparison.Ordinal)
                .Replace("0.0.0.0", "localhost", StringComparison.Ordinal);
            LogDocs(logger, $"{open}{settings.Value.PathBase}/docs");
        }
    }

    [LoggerMessage(LogLevel.Information, "API documentation: {Address}")]
    private static partial void LogDocs(ILogger logger, string address);
}
