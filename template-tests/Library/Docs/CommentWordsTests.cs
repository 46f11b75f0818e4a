using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;

namespace FastApiStyle.TemplateTests.Library.Docs;

/// <summary>What stands in a documentation comment is what the document says, markup and all.</summary>
public sealed class CommentWordsTests : IAsyncLifetime
{
    private JsonNode operation = new JsonObject();

    public async Task InitializeAsync() => operation = (await DocumentOf.Features(typeof(LampsFeature)))["paths"]!["/lamps/{id}"]!["get"]!;

    public Task DisposeAsync() => Task.CompletedTask;

    [Theory]
    [InlineData("summary", "Read a lamp & its `a < b` of FastApiStyle.Precondition, as id says.")]
    [InlineData("description", "It glows.\nTwice\nor more: [the rule](https://example.org/?a=1&b=2).\n```\nif (1 > 0)\n  glow();\n```")]
    [InlineData("responses 200 description", "`Glow`, which begins with markup.")]
    [InlineData("responses 404 description", "None \"is\" there.")]
    [InlineData("parameters 0 description", "Which of them.")]
    public void Words_and_markup_are_read(string place, string words) => Assert.Equal(words, (string?)operation.At(place));

    internal sealed class LampsFeature : IFeature
    {
        public static void MapRoutes(IEndpointRouteBuilder routes) => routes.MapGroup("/lamps").WithTags("lamps").MapGet("/{id}", ReadLamp);

        /// <summary>Read a lamp &amp; its <c>a &lt; b</c> of <see cref="Precondition"/>, as <paramref name="id"/> says.</summary>
        /// <remarks>
        /// It glows.<para>Twice</para>
        /// or more: <see href="https://example.org/?a=1&amp;b=2">the rule</see>.
        /// <code>
        /// if (1 &gt; 0)
        ///   glow();
        /// </code>
        /// </remarks>
        /// <param name="id">Which of them.</param>
        /// <response code="200"><c>Glow</c>, which begins with markup.</response>
        /// <response code="404">None "is" there.</response>
        private static string ReadLamp(int id) => $"{id}";
    }
}
