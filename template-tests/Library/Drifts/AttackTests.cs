using System.Text.RegularExpressions;
using FastApiStyle.TemplateTests.Library.Features.Drifts;
using FastApiStyle.TemplateTests.Library.Features.Orders;
using FastApiStyle.TemplateTests.Library.Features.People;
using FastApiStyle.Testing;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.OpenApi;

namespace FastApiStyle.TemplateTests.Library.Drifts;

/// <summary>The contract test finds where a service and its document do not agree, and nothing else.</summary>
public sealed class AttackTests
{
    private static readonly Lazy<Task<string>> Failure = new(async () =>
    {
        await using var service = await new LibraryService(typeof(HiddenRuleFeature), typeof(PeopleFeature), typeof(OrdersFeature)) { Add = AddBearer }.Start();
        service.Client.DefaultRequestHeaders.Authorization = new("Bearer", "anna");
        return (await Assert.ThrowsAsync<ContractException>(() => Contract.AttackAsync(service.Client, GivePassword))).Message;
    });

    [Fact]
    public async Task Features_of_every_kind_keep_their_contract()
    {
        await using var service = await new LibraryService(typeof(PeopleFeature), typeof(OrdersFeature)).Start();

        var report = await Contract.AttackAsync(service.Client, GivePassword);

        Assert.Contains("replacePerson (PUT /people/{id})", $"{report}");
    }

    [Theory]
    [InlineData("readRenamed", "title")]
    [InlineData("readTeapot", "418, which is not documented")]
    [InlineData("createHidden", "expected that it is taken, for the document allows it, and got 422")]
    [InlineData("createNest", "expected that it is taken, for the document allows it, and got 422 at body.eggs.*.owner")]
    [InlineData("createStars", "expected 422 for broken maximum at body.count, and got 200")]
    [InlineData("createNote", "expected 422 for broken required at body.text, and got 204")]
    [InlineData("readBox", "500, which no request may cause")]
    [InlineData("createBadge", "500, which no request may cause")]
    [InlineData("createFlag", "409, which is not documented")]
    [InlineData("readLetter", "stamp does not keep required")]
    [InlineData("listenToSignals", "word does not keep required")]
    [InlineData("listMarks", "word does not keep required")]
    [InlineData("readVault", "expected 401 for credentials forged, and got 404")]
    [InlineData("readDiary", "expected that it is taken, for the document allows it, and got 401")]
    [InlineData("readCut", "no answer")]
    [InlineData("readTwin (GET /left)", "418, which is not documented")]
    [InlineData("readTwin (GET /right)", "418, which is not documented")]
    public async Task A_drift_is_caught_and_shown(string operation, string fault) =>
        Assert.Matches($"(?m)^{Regex.Escape(operation)}.*: .*{Regex.Escape(fault)}", await Failure.Value);

    [Fact]
    public async Task A_drift_of_one_feature_is_blamed_on_no_other() =>
        Assert.DoesNotMatch("(?m)^\\w*(Person|People|Order|OrdersId|Account|addNote) \\(.*?\\): ", await Failure.Value);

    [Fact]
    public async Task A_drift_comes_with_the_command_that_shows_it() => Assert.Contains("curl -i -X GET", await Failure.Value);

    // That it has a digit and certain signs is a rule that no schema states.
    private static void GivePassword(AttackOptions attack) => attack.Give("createAccount.password", "Correct horse 1!?");

    private static void AddBearer(WebApplicationBuilder builder) => builder.Services.ConfigureSwaggerGen(options =>
        SignInDocs.Add(options, new() { Type = SecuritySchemeType.Http, Scheme = "bearer" }));
}
