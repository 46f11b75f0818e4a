using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;
using FastApiStyle.Testing.Attacks;
using FastApiStyle.Testing.Documents;

namespace FastApiStyle.Testing;

/// <summary>
/// The OpenAPI document and the service say the same: one test for each of these two checks covers every feature, those that are
/// added later too.
/// </summary>
/// <example>
/// In xunit, with a <c>WebApplicationFactory&lt;Program&gt;</c> that makes clients:
/// <code>
/// [Fact]
/// public async Task The_committed_document_is_the_one_that_is_served() =>
///     await Contract.CompareAsync(service.CreateClient());
///
/// [Fact]
/// public async Task The_service_keeps_what_its_document_says() =>
///     await Contract.AttackAsync(await service.ClientAsync());
/// </code>
/// </example>
public static class Contract
{
    /// <summary>
    /// Compares <c>openapi.json</c>, the committed file that clients are generated from, with what the service serves at
    /// <c>/openapi.json</c>, so that a change of the contract is reviewed like code. Where an issuer is may differ.
    /// </summary>
    /// <remarks>
    /// The file stands in the nearest folder above the tests that holds it or a solution (<c>*.slnx</c>). Where the environment
    /// variable <c>UPDATE_OPENAPI</c> is <c>true</c>, it is written anew: <c>dotnet test --environment UPDATE_OPENAPI=true</c>.
    /// </remarks>
    /// <param name="client">A client of the service.</param>
    /// <param name="cancellation">Ends the check early.</param>
    /// <exception cref="ContractException">They differ; the message lists the places.</exception>
    public static async Task CompareAsync(HttpClient client, CancellationToken cancellation = default)
    {
        var file = CommittedDocument.Find();
        var served = await ReadServedAsync(client, cancellation);
        IssuerAddress.Copy(await file.ReadAsync(cancellation), served);
        if (Environment.GetEnvironmentVariable("UPDATE_OPENAPI") == "true")
        {
            await file.WriteAsync(served, cancellation);
        }
        var committed = await file.ReadAsync(cancellation);
        if (!JsonNode.DeepEquals(committed, served))
        {
            throw new ContractException(
                $"""
                openapi.json is not what the service serves (committed → served):
                {Excerpt.Of([.. Difference.Of(committed, served)], 30)}
                If that is what you want, write the file anew and commit it:
                dotnet test --environment UPDATE_OPENAPI=true
                """);
        }
    }

    /// <summary>
    /// Sends to each operation what the document allows, which must be taken, and what breaks one thing that the document says,
    /// which must be refused with a fault that names it. Every answer must be documented, with its status, headers and body, and
    /// each operation must succeed at least once.
    /// </summary>
    /// <remarks>
    /// The requests create, change and delete: give the service a database of its own, and switch rate limits off. They are the
    /// same in each run; another number in the environment variable <c>CONTRACT_SEED</c> makes others:
    /// <c>dotnet test --environment CONTRACT_SEED=2</c>. The first request to an operation has the examples of the document; later
    /// ones name what earlier answers have shown.
    /// </remarks>
    /// <param name="client">
    /// A client of a user who may do everything, with what says so in its <c>DefaultRequestHeaders</c>, such as <c>Authorization</c>.
    /// It is taken off while the check runs, since some requests have none: use the client for nothing else meanwhile.
    /// </param>
    /// <param name="configure">Gives values that the document does not have, and leaves operations out.</param>
    /// <param name="cancellation">Ends the check early.</param>
    /// <returns>What was seen of each operation, to be written out.</returns>
    /// <exception cref="ContractException">
    /// The service and its document do not agree; the message lists each fault, with the <c>curl</c> command that shows it.
    /// </exception>
    public static async Task<ContractReport> AttackAsync(
        HttpClient client, Action<AttackOptions>? configure = null, CancellationToken cancellation = default)
    {
        var options = new AttackOptions();
        configure?.Invoke(options);
        var document = new Document(await ReadServedAsync(client, cancellation));
        var unknown = string.Join(", ", document.UnknownKeywords());
        if (unknown != "")
        {
            throw new ContractException(
                "The document has keywords that this test does not know, so it would not see whether the service keeps them. "
                + $"Say the same with others, or begin their names with x-, as those of annotations: {unknown}");
        }
        var seed = int.TryParse(Environment.GetEnvironmentVariable("CONTRACT_SEED"), CultureInfo.InvariantCulture, out var other) ? other : 1;
        using var keys = new KeyRing(client, document.SignInHeaders, options.Gifts);
        var (report, failures) = await new Attack(document, client, keys, options, seed).RunAsync(cancellation);
        return failures.IsEmpty ? report
            : throw new ContractException($"The service and its document do not agree (CONTRACT_SEED={seed}):\n{failures}\n{report}");
    }

    /// <summary>The same, where the document says all that there is to know.</summary>
    /// <param name="client">A client of a user who may do everything.</param>
    /// <param name="cancellation">Ends the check early.</param>
    /// <returns>What was seen of each operation, to be written out.</returns>
    /// <exception cref="ContractException">The service and its document do not agree.</exception>
    public static Task<ContractReport> AttackAsync(HttpClient client, CancellationToken cancellation) =>
        AttackAsync(client, null, cancellation);

    private static async Task<JsonObject> ReadServedAsync(HttpClient client, CancellationToken cancellation)
    {
        using var answer = await client.GetAsync("/openapi.json", cancellation);
        return JsonObject.Create(await answer.ShouldBeAsync(HttpStatusCode.OK))!;
    }
}
