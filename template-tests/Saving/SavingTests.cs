using FastApiStyle.TemplateTests.Harness;
using FastApiStyle.TemplateTests.Runtime;

namespace FastApiStyle.TemplateTests.Saving;

/// <summary>The default scaffold, on SQLite, with one more feature.</summary>
public sealed class SavingTests : IClassFixture<SavingTests.Service>
{
    private readonly HttpClient client;

    public SavingTests(Service service) => client = service.Process.Client;

    [Fact]
    public Task Of_many_changes_of_one_item_at_once_none_is_mixed_with_another() => SavingChecks.MustNotMix(client);

    [Fact]
    public Task A_primary_key_that_is_taken_is_told_like_any_other_and_which_it_was() =>
        SavingChecks.MustSayWhatIsTaken(client, "Articles.Id", "Articles.Slug");

    [Fact]
    public Task What_is_referred_to_is_not_said_to_be_gone() => SavingChecks.MustNotSayThatWhatIsReferredToIsGone(client);

    [Fact]
    public Task What_refers_to_something_that_is_being_deleted_is_no_failure() =>
        SavingChecks.MustNotFailWhereWhatIsReferredToGoes(client);

    public sealed class Service : IAsyncLifetime
    {
        public ServiceProcess Process { get; private set; } = null!;

        public async Task InitializeAsync()
        {
            var scaffold = await Scaffold.Create("Shop", ["--no-restore"]);
            scaffold.AddFeatures("Saving/Features");
            (await Shell.Dotnet(scaffold.ServiceProject, "build", "-nodeReuse:false", "-p:TreatWarningsAsErrors=true")).MustSucceed().MustNotWarn();
            Process = await scaffold.Start(new Dictionary<string, string>
            {
                ["RateLimiting__Enabled"] = "false",
                ["Auth__SigningKey"] = RunningService.SigningKey,
            });
            (await Process.Client.PostAsync("/articles", null)).EnsureSuccessStatusCode();
        }

        public async Task DisposeAsync() => await Process.DisposeAsync();
    }
}
