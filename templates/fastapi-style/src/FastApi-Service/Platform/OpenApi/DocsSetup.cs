using System.Reflection;
using FastApiService.Platform.Errors;
using FastApiService.Platform.Hosting;
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
    // ReDoc asks for a font and a logo from elsewhere; here, a page of documentation contacts this service and nothing
    // else. It also compiles schemas by eval.
    private const string ContentSecurityPolicy =
        "default-src 'self'; script-src 'self' 'unsafe-eval'; style-src 'self' 'unsafe-inline'; "
        + "img-src 'self' data:; font-src 'self' data:; worker-src 'self' blob:";

    // What holds at every place, and what no schema can say.
    private const string Everywhere =
        "Names of members and of values are exact: letter case counts. Unknown members are ignored, and none may stand twice. "
        + "Text is Unicode without lone surrogates. " + Problem.Words
        + " Any operation may fail with 500, or with 503 and `Retry-After` while something that the service needs is away."
        + " Rules that a schema cannot state stand in the descriptions, and in `x-rules`.";

    public static void AddDocs(this WebApplicationBuilder builder)
    {
        builder.AddSettings<DocsSettings>("Docs");
        builder.Services.AddHostedService<DocsAddress>();
        builder.Services.AddSingleton<ServedDocument>();
        builder.Services.AddSingleton<RuleWriter>();
        builder.Services.AddEndpointsApiExplorer();
        builder.Services.AddTransient<ISerializerDataContractResolver, WireContracts>();
        builder.Services.AddSwaggerGen(Generate);
    }

    public static void UseDocs(this WebApplication app)
    {
        var docs = app.Services.GetRequiredService<IOptions<DocsSettings>>();
        var document = app.Services.GetRequiredService<ServedDocument>();
        app.UseWhen(_ => docs.Value.OpenApi, branch => branch.Use(document.ServeAsync));
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
        options.SwaggerDoc(ServedDocument.Name, new OpenApiInfo
        {
            Title = "FastApi-Service",
            Version = Assembly.GetExecutingAssembly().GetName().Version!.ToString(3),
            Description = Everywhere,
        });
        options.IncludeXmlComments(Assembly.GetExecutingAssembly());
        options.CustomOperationIds(DocumentNames.OfOperation);
        options.CustomSchemaIds(new DocumentNames().OfSchema);
        options.SupportNonNullableReferenceTypes();
        options.SchemaFilter<TypeSchemas>();
        options.SchemaFilter<MemberSchemas>();
        options.OperationFilter<ParameterSchemas>();
        options.OperationFilter<OperationDetails>();
        options.DocumentFilter<PathNames>();
        options.DocumentFilter<TextSchemas>();
        options.DocumentFilter<TagDescriptions>();
    }
}
