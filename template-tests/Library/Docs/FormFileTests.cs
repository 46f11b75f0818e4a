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

    [Fact]
    public async Task Several_files_of_a_form_are_taken_as_the_document_says()
    {
        await using var service = await new LibraryService(typeof(PicturesFeature)).Start();

        var form = JsonNode.Parse(await service.Client.GetStringAsync("/openapi.json"))!
            .At("paths /several post requestBody content multipart/form-data schema")!;
        using var sent = await service.Client.PostAsync("/several", new MultipartFormDataContent
        {
            { new ByteArrayContent([1]), "files", "a.png" }, { new ByteArrayContent([2]), "files", "b.png" },
        });

        Assert.Equal("""{"type":"array","items":{"type":"string","format":"binary"}}""", form["properties"]!["files"]!.ToJsonString());
        Assert.Equal("2", await sent.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task A_list_in_which_no_file_would_ever_come_stops_the_start() => Assert.Equal(
        "HTTP: POST /pictures => CreateListed would never be given a file in pictures: make it an IFormFileCollection.",
        (await Assert.ThrowsAsync<StartupException>(() => new LibraryService(typeof(ListedFeature)).Start())).Message);

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
            pictures.MapPost("/several", CreateSeveral);
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

        private static int CreateSeveral([FromForm] IFormFileCollection files) => files.Count;
    }

    internal sealed class ListedFeature : IFeature
    {
        public static void MapRoutes(IEndpointRouteBuilder routes) => routes.MapPost("/pictures", CreateListed);

        private static int CreateListed([FromForm] IReadOnlyList<IFormFile> pictures) => pictures.Count;
    }
}
