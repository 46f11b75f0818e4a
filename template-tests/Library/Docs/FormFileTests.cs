using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace FastApiStyle.TemplateTests.Library.Docs;

/// <summary>A file that says by [FromForm] where it comes from, and one that does not.</summary>
public sealed class FormFileTests
{
    [Theory]
    [InlineData("/plain", "file")]
    [InlineData("/said", "file")]
    [InlineData("/named", "picture")]
    [InlineData("/member", "file")]
    [InlineData("/optional", "file")]
    public async Task A_file_of_a_form_is_taken_as_the_document_says(string path, string field)
    {
        await using var service = await new LibraryService(typeof(PicturesFeature)).Start();

        var form = JsonNode.Parse(await service.Client.GetStringAsync("/openapi.json"))!
            .At($"paths {path} post requestBody content multipart/form-data schema")!;
        using var sent = await service.Client.PostAsync(path, new MultipartFormDataContent { { new ByteArrayContent([1, 2, 3]), field, "a.png" } });
        using var none = await service.Client.PostAsync(path, new MultipartFormDataContent { { new StringContent("x"), "note" } });

        Assert.Equal("""{"type":"string","format":"binary","description":"What it shows."}""", form["properties"]![field]!.ToJsonString());
        Assert.Equal("3", await sent.Content.ReadAsStringAsync());
        Assert.Equal(path == "/optional" ? (null, 200) : ($"""["{field}"]""", 422), (form["required"]?.ToJsonString(), (int)none.StatusCode));
    }

    /// <param name="File">What it shows.</param>
    internal sealed record Picture([property: FromForm] IFormFile File);

    internal sealed class PicturesFeature : IFeature
    {
        public static void MapRoutes(IEndpointRouteBuilder routes)
        {
            var pictures = routes.MapGroup("").DisableAntiforgery();
            pictures.MapPost("/plain", CreatePlain);
            pictures.MapPost("/said", CreateSaid);
            pictures.MapPost("/named", CreateNamed);
            pictures.MapPost("/member", CreateMember);
            pictures.MapPost("/optional", CreateOptional);
        }

        /// <param name="file">What it shows.</param>
        private static long CreatePlain(IFormFile file) => file.Length;

        /// <param name="file">What it shows.</param>
        private static long CreateSaid([FromForm] IFormFile file) => file.Length;

        /// <param name="file">What it shows.</param>
        private static long CreateNamed([FromForm(Name = "picture")] IFormFile file) => file.Length;

        /// <param name="picture">All of it.</param>
        private static long CreateMember([AsParameters] Picture picture) => picture.File.Length;

        /// <param name="file">What it shows.</param>
        private static long CreateOptional([FromForm] IFormFile? file = null) => file?.Length ?? 0;
    }
}
