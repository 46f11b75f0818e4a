using System.Text.Json;
using FastApiStyle.TemplateTests.Library;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.OpenApi;

namespace FastApiStyle.TemplateTests.Clients.FrontEnd;

/// <summary>The port, as a service that takes the place of one in FastAPI is set up.</summary>
internal static class ShopService
{
    public static Task<LibraryService> Start() => new LibraryService(typeof(ShopFeature))
    {
        Api = api => (api.Errors, api.Naming, api.OperationIds, api.SchemaNames) =
            (ErrorFormat.FastApi, JsonNamingPolicy.SnakeCaseLower, OperationIds.TagAndName, SchemaNames.FastApi),
        Add = builder => builder.Services.ConfigureSwaggerGen(options => SignInDocs.Add(options, new() { Type = SecuritySchemeType.Http, Scheme = "bearer" })),
    }.Start();
}
