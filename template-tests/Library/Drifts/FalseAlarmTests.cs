using System.Diagnostics;
using FastApiStyle.TemplateTests.Library.Features.ForeignErrors;
using FastApiStyle.TemplateTests.Library.Features.Keyed;
using FastApiStyle.TemplateTests.Library.Features.Streams;
using FastApiStyle.Testing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.OpenApi;

namespace FastApiStyle.TemplateTests.Library.Drifts;

/// <summary>What a service documents, the contract test accepts.</summary>
public sealed class FalseAlarmTests
{
    [Fact]
    public async Task A_stream_is_read_for_a_moment_a_redirect_counts_as_one_and_headers_of_the_framework_need_no_document()
    {
        await using var service = await new LibraryService(typeof(StreamsFeature)).Start();
        var clock = Stopwatch.StartNew();

        var report = await Contract.AttackAsync(service.Client);

        Assert.Matches(@"(?m)^listenToTicks .* 200 ×", $"{report}");
        Assert.Matches(@"(?m)^listenToSilence .* a silent stream", $"{report}");
        Assert.Matches(@"(?m)^findCurrent .* 302 ×", $"{report}");
        Assert.InRange(clock.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(30));
    }

    [Theory]
    [InlineData(ParameterLocation.Header, "X-Api-Key", "X-Api-Key", KeyHolders.Key)]
    [InlineData(ParameterLocation.Cookie, "session", "Cookie", $"session={KeyHolders.Key}")]
    public async Task A_key_may_be_sent_where_the_document_says(ParameterLocation place, string name, string header, string text)
    {
        await using var service = await new LibraryService(typeof(KeyedFeature))
        {
            Add = builder => builder.Services.ConfigureSwaggerGen(options => SignInDocs.Add(options, new()
            {
                Type = SecuritySchemeType.ApiKey,
                In = place,
                Name = name,
            })),
        }.Start();
        service.Client.DefaultRequestHeaders.Add(header, text);

        var report = await Contract.AttackAsync(service.Client);

        Assert.Matches(@"(?m)^readKeyed .* 200 ×\d+, 401 ×4$", $"{report}");
        Assert.Equal(text, Assert.Single(service.Client.DefaultRequestHeaders.GetValues(header)));
    }

    [Fact]
    public async Task Errors_may_have_a_format_of_the_service()
    {
        await using var service = await new LibraryService(typeof(ForeignErrorsFeature)) { UseFirst = ForeignFormat.Use }.Start();

        await Contract.AttackAsync(service.Client, attack => attack.ReadFaults(ForeignFormat.Places));
        await Contract.AttackAsync(service.Client, attack => attack.ReadFaults(_ => null));
        var exception = await Assert.ThrowsAsync<ContractException>(() => Contract.AttackAsync(service.Client, attack => attack.ReadFaults(_ => ["body.size"])));

        Assert.Contains("expected that the 422 names broken maxLength at body.title, and got one at body.size", exception.Message);
    }

    [Fact]
    public async Task Several_files_are_sent_as_files()
    {
        await using var service = await new LibraryService(typeof(FilesFeature)).Start();

        var report = await Contract.AttackAsync(service.Client);

        Assert.Matches(@"(?m)^countFiles .* 200 ×", $"{report}");
    }

    internal sealed class FilesFeature : IFeature
    {
        public static void MapRoutes(IEndpointRouteBuilder routes) => routes.MapPost("/files", CountFiles).DisableAntiforgery();

        private static Ok<int> CountFiles(IFormFileCollection files) => TypedResults.Ok(files.Count);
    }
}
