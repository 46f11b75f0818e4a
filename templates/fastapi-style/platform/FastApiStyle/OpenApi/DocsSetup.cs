using FastApiStyle.Errors;
using FastApiStyle.Hosting;
using FastApiStyle.Preconditions;
using Microsoft.AspNetCore.Mvc.ApiExplorer;
using Microsoft.Extensions.Options;
using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace FastApiStyle.OpenApi;

/// <summary>The documentation: the document, and the two pages that show it.</summary>
internal static class DocsSetup
{
    // ReDoc asks for a font and a logo from elsewhere; here, a page of documentation contacts this service and nothing
    // else. It also compiles schemas by eval.
    private const string ContentSecurityPolicy =
        "default-src 'self'; script-src 'self' 'unsafe-eval'; style-src 'self' 'unsafe-inline'; "
        + "img-src 'self' data:; font-src 'self' data:; worker-src 'self' blob:; connect-src 'self'";

    public static void AddDocs(this IHostApplicationBuilder builder)
    {
        builder.AddSettings<DocsSettings>("Docs");
        builder.Services.AddHostedService<DocsAddress>();
        builder.Services.AddSingleton<ServedDocument>();
        builder.Services.AddSingleton<Comments>();
        builder.Services.AddSingleton<DocumentNames>();
        builder.Services.AddSingleton<RuleKeywords>();
        builder.Services.AddSingleton<RuleWords>();
        builder.Services.AddSingleton<RuleWriter>();
        builder.Services.AddEndpointsApiExplorer();
        builder.Services.AddTransient<IApiDescriptionProvider, FormFiles>();
        builder.Services.AddTransient<IApiDescriptionProvider, ResponseWords>();
        builder.Services.AddTransient<ISerializerDataContractResolver, WireContracts>();
        builder.Services.AddTransient<ISchemaGenerator, KnownSchemas>();
        builder.Services.AddSwaggerGen();
        builder.Services.AddOptions<SwaggerGenOptions>().Configure<ApiOptions, ErrorWriter, DocumentNames, Comments>(Generate);
    }

    public static void UseDocs(this WebApplication app)
    {
        var docs = app.Services.GetRequiredService<IOptions<DocsSettings>>();
        var title = app.Services.GetRequiredService<ApiOptions>().Title;
        var document = app.Services.GetRequiredService<ServedDocument>();
        app.UseOnDemand(IsOfDocs, docsOnly => docsOnly.Use(next =>
        {
            var pages = docsOnly.New();
            Use(pages, docs, title, document);
            pages.Run(next);
            return pages.Build();
        }));
    }

    private static bool IsOfDocs(HttpContext http) =>
        http.Request.Path is var path && (path.StartsWithSegments("/docs", StringComparison.OrdinalIgnoreCase)
            || path.StartsWithSegments("/redoc", StringComparison.OrdinalIgnoreCase)
            || path.Equals($"/{ServedDocument.Name}.json", StringComparison.Ordinal));

    private static void Use(IApplicationBuilder app, IOptions<DocsSettings> docs, string title, ServedDocument document)
    {
        app.UseWhen(_ => docs.Value.OpenApi, branch => branch.Use(document.ServeAsync));
        app.UseWhen(_ => docs.Value.SwaggerUi, branch => branch.Use(KeepToSelfAsync).Use(DocsPage.ServeAsync).UseSwaggerUI(page =>
        {
            page.RoutePrefix = "docs";
            page.IndexStream = DocsPage.Html;
            page.DocumentTitle = title;
            page.SwaggerEndpoint("../openapi.json", title);
            page.EnableDeepLinking();
            page.DisplayOperationId();
            page.EnablePersistAuthorization();
        }));
        app.UseWhen(_ => docs.Value.ReDoc, branch => branch.Use(KeepToSelfAsync).UseReDoc(page =>
        {
            page.RoutePrefix = "redoc";
            page.DocumentTitle = title;
            page.SpecUrl("../openapi.json");
        }));
    }

    private static Task KeepToSelfAsync(HttpContext http, RequestDelegate next)
    {
        if (http.Request.Path.StartsWithSegments("/docs", StringComparison.Ordinal)
            || http.Request.Path.StartsWithSegments("/redoc", StringComparison.Ordinal))
        {
            http.Response.Headers.ContentSecurityPolicy = ContentSecurityPolicy + Issuers(http);
        }
        return next(http);
    }

    /// <summary>Who signs in at an issuer asks it for the token, at an address that its discovery document names.</summary>
    private static string Issuers(HttpContext http) => string.Concat(
        http.RequestServices.GetRequiredService<IOptions<SwaggerGenOptions>>().Value.SwaggerGeneratorOptions.SecuritySchemes.Values
            .Select(scheme => scheme.OpenIdConnectUrl).OfType<Uri>()
            .Select(address => $" https: {address.GetLeftPart(UriPartial.Authority)}"));

    private static void Generate(SwaggerGenOptions options, ApiOptions api, ErrorWriter errors, DocumentNames names, Comments comments)
    {
        options.SwaggerDoc(ServedDocument.Name, new OpenApiInfo
        {
            Title = api.Title,
            Version = api.Version,
            Description = DocumentWords.Of(api, errors),
        });
        var keys = new KeySchemes();
        options.OperationFilter<CommonResponses>();
        options.OperationFilter<DependencyWords>();
        Include(comments, options);
        options.CustomOperationIds(names.OfOperation);
        options.CustomSchemaIds(names.OfSchema);
        options.SupportNonNullableReferenceTypes();
        options.SchemaFilter<TypeSchemas>();
        options.SchemaFilter<MemberSchemas>();
        options.SchemaFilter<ShapeSchemas>();
        options.SchemaFilter<FaultSchema>();
        options.SchemaFilter<ErrorSchemas>();
        options.OperationFilter<ParameterSchemas>();
        options.OperationFilter<PreconditionParameters>();
        options.OperationFilter<ErrorSchemas>();
        options.OperationFilter<ResponseHeaders>();
        options.OperationFilter<OperationDetails>();
        options.AddOperationFilterInstance(keys);
        options.DocumentFilter<ErrorSchemas>();
        options.DocumentFilter<PathNames>();
        options.DocumentFilter<FormNames>();
        options.DocumentFilter<FormNulls>();
        options.DocumentFilter<CommonResponses>();
        options.DocumentFilter<TagDescriptions>();
        options.AddDocumentFilterInstance(keys);
    }

    /// <summary>As IncludeXmlComments does, which reads the file by itself.</summary>
    private static void Include(Comments comments, SwaggerGenOptions options)
    {
        var generator = options.SwaggerGeneratorOptions;
        options.AddParameterFilterInstance(new XmlCommentsParameterFilter(comments.Members, generator));
        options.AddRequestBodyFilterInstance(new XmlCommentsRequestBodyFilter(comments.Members, generator));
        options.AddOperationFilterInstance(new XmlCommentsOperationFilter(comments.Members, generator));
        options.AddSchemaFilterInstance(new XmlCommentsSchemaFilter(comments.Members, generator));
    }
}
