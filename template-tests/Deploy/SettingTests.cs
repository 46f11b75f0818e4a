using System.Text.Json;
using System.Text.RegularExpressions;
using FastApiStyle.TemplateTests.Options;
using k8s.Models;

namespace FastApiStyle.TemplateTests.Deploy;

/// <summary>The settings that a roll-out gives to the service.</summary>
public sealed partial class SettingTests
{
    private static readonly string[] OfDotnet = ["ASPNETCORE_HTTP_PORTS"];
    private static readonly string[] Secret = ["Auth__SigningKey", "ConnectionStrings__Default"];

    public static TheoryData<string, string, string> Cases => DeployCases.All;

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task The_manifests_set_only_settings_that_the_service_has(string database, string auth, string docker)
    {
        var manifests = await Manifests.Of(database, auth, docker);
        using var settings = JsonDocument.Parse(manifests.Scaffold.Read("src/Shop/appsettings.json"));
        var readme = manifests.Scaffold.Read("README.md");

        Assert.All(manifests.Containers.SelectMany(container => manifests.Settings(container).Keys).Except(OfDotnet), name =>
            Assert.True(IsIn(settings.RootElement, name.Split("__")) || readme.Contains($"`{name.Replace("__", ":")}`", StringComparison.Ordinal), name));
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task A_secret_comes_from_a_Secret_that_the_README_creates_and_from_nowhere_else(string database, string auth, string docker)
    {
        var manifests = await Manifests.Of(database, auth, docker);
        var references = manifests.Containers.SelectMany(container => container.Env ?? []).Where(setting => setting.ValueFrom is not null).ToList();
        string[] expected = [.. auth == "jwt" ? (string[])["Auth__SigningKey"] : [], .. database == "postgres" ? (string[])["ConnectionStrings__Default"] : []];

        Assert.Equal(expected, references.Select(setting => setting.Name).Distinct().Order(StringComparer.Ordinal));
        Assert.All(references, setting => Assert.Equal(setting.Name, setting.ValueFrom.SecretKeyRef.Key));
        Assert.All(references, setting => Assert.Null(setting.ValueFrom.SecretKeyRef.Optional));
        Assert.All(manifests.Containers, container => Assert.Equal(expected, manifests.Settings(container)
            .Where(setting => setting.Value == $"<{setting.Key}>").Select(setting => setting.Key).Order(StringComparer.Ordinal)));
        Assert.DoesNotContain(manifests.Objects.Values, made => made is V1Secret);
        // The file of SQLite is no secret.
        Assert.DoesNotContain(manifests.Kustomization.Literals, literal => Secret.Contains(literal.Key) && !literal.Value.StartsWith("Data Source=", StringComparison.Ordinal));

        var created = Created().Match(manifests.Scaffold.Read("README.md"));
        Assert.Equal(references.Count > 0, created.Success);
        Assert.Equal(references.Select(setting => setting.ValueFrom.SecretKeyRef.Name).Distinct(), created.Success ? [created.Groups[1].Value] : (string[])[]);
        Assert.Equal(expected, Literal().Matches(created.Value).Select(literal => literal.Groups[1].Value));
    }

    [Theory]
    [InlineData("sqlite", null, null)]
    [InlineData("none", null, null)]
    [InlineData("postgres", "false", "true")]
    public async Task The_database_is_brought_up_to_date_by_the_job_where_there_is_one_else_by_the_service(string database, string? service, string? job)
    {
        var manifests = await Manifests.Of(database, "oidc");
        var settings = manifests.Containers.Select(manifests.Settings).ToList();

        Assert.Equal((service, null), (settings[0].GetValueOrDefault("Database__MigrateAtStart"), settings[0].GetValueOrDefault("Server__StopAfterStart")));
        Assert.Equal((job, job), (settings.ElementAtOrDefault(1)?["Database__MigrateAtStart"], settings.ElementAtOrDefault(1)?["Server__StopAfterStart"]));
        Assert.All(settings, each => Assert.Equal("https://issuer.example.com", each["Auth__Authority"]));
    }

    [Theory]
    [InlineData("none")]
    [InlineData("postgres")]
    public async Task Where_there_is_Redis_all_that_runs_is_told_where(string database)
    {
        var manifests = await Manifests.Of(Combinations.Default.With("database", database).With("cache", "redis"));

        Assert.All(manifests.Containers, container => Assert.Equal("redis:6379", manifests.Settings(container)["ConnectionStrings__Redis"]));
    }

    [Theory]
    [InlineData("none", "none")]
    [InlineData("postgres", "jwt")]
    public async Task Where_RabbitMQ_hands_out_jobs_its_address_is_a_secret_since_it_holds_a_password(string database, string auth)
    {
        var manifests = await Manifests.Of(Combinations.Default.With("database", database).With("auth", auth).With("jobs", "rabbitmq"));

        Assert.All(manifests.Containers, container =>
        {
            var setting = Assert.Single(container.Env, each => each.Name == "Jobs__RabbitMq");
            Assert.Equal(("Jobs__RabbitMq", manifests.Deployment.Metadata.Name), (setting.ValueFrom.SecretKeyRef.Key, setting.ValueFrom.SecretKeyRef.Name));
        });
        Assert.Contains("Jobs__RabbitMq", Literal().Matches(Created().Match(manifests.Scaffold.Read("README.md")).Value).Select(literal => literal.Groups[1].Value));
    }

    private static bool IsIn(JsonElement settings, string[] path) =>
        path.Length == 0 || (settings.ValueKind == JsonValueKind.Object && settings.TryGetProperty(path[0], out var inner) && IsIn(inner, path[1..]));

    [GeneratedRegex("^    kubectl create secret generic ([^ ]+) .*$", RegexOptions.Multiline)]
    private static partial Regex Created();

    [GeneratedRegex("--from-literal=([^=]+)=")]
    private static partial Regex Literal();
}
