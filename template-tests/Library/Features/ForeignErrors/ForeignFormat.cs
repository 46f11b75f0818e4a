using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace FastApiStyle.TemplateTests.Library.Features.ForeignErrors;

/// <summary>Writes and documents the faults of a 422 by their places.</summary>
internal sealed class ForeignFormat : IOperationFilter
{
    public static void Use(WebApplication app) => app.Use(RewriteAsync);

    /// <summary>What the owner of such a service tells the contract test.</summary>
    public static IEnumerable<string> Places(JsonElement body) => body.GetProperty("errors").EnumerateObject().Select(fault => fault.Name);

    public void Apply(OpenApiOperation operation, OperationFilterContext context) => operation.Responses!["422"] = new OpenApiResponse
    {
        Description = "The input is not valid.",
        Content = new Dictionary<string, IOpenApiMediaType> { ["application/json"] = new OpenApiMediaType { Schema = new OpenApiSchema { Type = JsonSchemaType.Object } } },
    };

    private static async Task RewriteAsync(HttpContext http, RequestDelegate next)
    {
        var sent = http.Response.Body;
        using var written = new MemoryStream();
        http.Response.Body = written;
        await next(http);
        http.Response.Body = sent;
        if (http.Response.StatusCode != StatusCodes.Status422UnprocessableEntity)
        {
            await sent.WriteAsync(written.ToArray());
            return;
        }
        var faults = JsonNode.Parse(written.ToArray())!["errors"]!.AsArray().ToLookup(fault => string.Join('.', fault!["loc"]!.AsArray()), fault => $"{fault!["msg"]}");
        http.Response.ContentLength = null;
        await http.Response.WriteAsJsonAsync(new { errors = faults.ToDictionary(place => place.Key) });
    }
}
