using System.Text.RegularExpressions;
using FastApiStyle.TemplateTests.Library.Features.Drifts;
using FastApiStyle.TemplateTests.Library.Features.Orders;
using FastApiStyle.TemplateTests.Library.Features.People;
using FastApiStyle.Testing;

namespace FastApiStyle.TemplateTests.Library.Drifts;

/// <summary>The contract test finds where a service and its document do not agree, and nothing else.</summary>
public sealed class AttackTests
{
    private static readonly Lazy<Task<string>> Failure = new(async () =>
    {
        await using var service = await new LibraryService(typeof(HiddenRuleFeature), typeof(PeopleFeature), typeof(OrdersFeature)).Start();
        return (await Assert.ThrowsAsync<ContractException>(() => Contract.AttackAsync(service.Client))).Message;
    });

    [Fact]
    public async Task Features_of_every_kind_keep_their_contract()
    {
        await using var service = await new LibraryService(typeof(PeopleFeature), typeof(OrdersFeature)).Start();

        await Contract.AttackAsync(service.Client);

        Assert.Contains("\"/people/{id}\"", await service.Client.GetStringAsync("/openapi.json"));
    }

    [Theory]
    [InlineData("readRenamed", "title")]
    [InlineData("readTeapot", "418, which is not documented")]
    [InlineData("createHidden", "expected that it is taken, for the document allows it, and got 422")]
    [InlineData("createStars", "expected 422 for broken maximum at body.count, and got 200")]
    [InlineData("createNote", "expected 422 for broken required at body.text, and got 204")]
    public async Task A_drift_is_caught_and_shown(string operation, string fault) =>
        Assert.Matches($"(?m)^\\s*{operation}: .*{Regex.Escape(fault)}", await Failure.Value);

    [Fact]
    public async Task A_drift_of_one_feature_is_blamed_on_no_other() =>
        Assert.DoesNotMatch("(?m)^\\s*\\w*(Person|People|Order|Account|Note(?<!createNote)):", await Failure.Value);

    [Fact]
    public async Task A_drift_comes_with_the_command_that_shows_it() => Assert.Contains("curl -i -X GET", await Failure.Value);
}
