using System.Text.Json;
using System.Text.RegularExpressions;
using FastApiStyle.TemplateTests.Harness;

namespace FastApiStyle.TemplateTests.Options;

/// <summary>What Docker would read, without Docker.</summary>
public sealed class DockerTests
{
    // What the images of PostgreSQL and .NET themselves read.
    private static readonly string[] OfImages = ["POSTGRES_DB", "POSTGRES_USER", "POSTGRES_PASSWORD"];

    public static TheoryData<string, string> Combined { get; } = Pairs();

    [Theory]
    [MemberData(nameof(Combined))]
    public async Task Compose_names_only_what_is_there(string database, string auth)
    {
        var scaffold = await Make(database, auth);
        var compose = new ComposeFile(scaffold);
        var readme = scaffold.Read("README.md");

        Assert.Equal(database == "postgres" ? ["service", "database"] : ["service"], compose.Run());
        Assert.Equal(".", compose.Services["service"]["build"]);
        Assert.True(File.Exists(Path.Combine(scaffold.Folder, "Dockerfile")));
        Assert.Equal(compose.UsedVolumes.Select(volume => volume.Name).Distinct().Order(), compose.DeclaredVolumes.Order());
        Assert.All(compose.Services.Values.SelectMany(service => ComposeFile.List(service, "depends_on")), name =>
            Assert.True(compose.Services[name].ContainsKey("healthcheck"), $"Nothing says when {name} is there."));
        Assert.All(compose.Variables, variable =>
        {
            Assert.Contains(variable.Name, variable.Message);
            Assert.Contains($"`{variable.Name}`", readme);
        });
        Assert.DoesNotMatch(@"\$\{(?![A-Z_]+:\?)", scaffold.Read("compose.yaml"));
        Assert.All(compose.Services["service"].Where(member => (string)member.Key == "image"), image =>
            Assert.Contains($"docker build --tag {image.Value} .", readme));
    }

    [Theory]
    [MemberData(nameof(Combined))]
    public async Task With_its_profile_compose_runs_two_more_instances_behind_a_proxy_where_a_server_has_their_data(string database, string auth)
    {
        var scaffold = await Make(database, auth);
        var compose = new ComposeFile(scaffold);

        Assert.Equal(database == "postgres" ? ["first", "second", "proxy"] : [], compose.Run("all").Except(compose.Run()));
        Assert.Equal(database == "postgres", scaffold.Read("README.md").Contains("`docker compose --profile all up`", StringComparison.Ordinal));
        if (database != "postgres")
        {
            return;
        }

        var (service, proxy) = (compose.Services["service"], compose.Services["proxy"]);
        Assert.All(["first", "second"], name =>
        {
            // As the one that is there without them, key and database included, but for what follows.
            var instance = compose.Services[name];
            Assert.Equal(Text(service, "ports", "environment"), Text(instance, "ports", "environment", "profiles"));
            var trusted = compose.Environment(name, _ => "").Except(compose.Environment("service", _ => "")).ToList();
            Assert.All(trusted, setting => Assert.StartsWith("Server__TrustedProxies__", setting.Key));
            // Whoever sees a port of theirs could say to be the proxy.
            Assert.NotEmpty(trusted);
            Assert.Empty(ComposeFile.List(instance, "ports"));
        });
        var port = Regex.Match(scaffold.Read("Dockerfile"), @"EXPOSE (\d+)").Groups[1].Value;
        Assert.Contains($"reverse_proxy first:{port} second:{port} {{", compose.Config("proxy"));
        var outside = Assert.Single(ComposeFile.List(proxy, "ports")).Split(':');
        Assert.Contains($"\n:{outside[1]} {{\n", compose.Config("proxy"));
        Assert.Contains($"<http://localhost:{outside[0]}>", scaffold.Read("README.md"));
        Assert.DoesNotContain(outside[0], compose.Run().SelectMany(name => ComposeFile.List(compose.Services[name], "ports")).Select(taken => taken.Split(':')[^2]));
        Assert.Equal("true", proxy["read_only"]);
    }

    [Theory]
    [MemberData(nameof(Combined))]
    public async Task Compose_sets_only_settings_that_the_service_has(string database, string auth)
    {
        var scaffold = await Make(database, auth);
        using var settings = JsonDocument.Parse(scaffold.Read("src/Shop/appsettings.json"));
        var readme = scaffold.Read("README.md");
        var names = new ComposeFile(scaffold).Services.Values.SelectMany(service => ComposeFile.List(service, "environment")).Except(OfImages).ToList();

        Assert.Equal(database == "postgres" || auth != "none", names.Count > 0);
        Assert.All(names, name => Assert.True(
            IsIn(settings.RootElement, name.Split("__")) || readme.Contains($"`{name.Replace("__", ":")}`", StringComparison.Ordinal), name));
    }

    [Theory]
    [MemberData(nameof(Combined))]
    public async Task The_Dockerfile_names_only_what_is_there(string database, string auth)
    {
        var scaffold = await Make(database, auth);
        var lines = scaffold.Read("Dockerfile").Split('\n').Where(line => line.Length > 0 && line[0] != '#').ToList();
        var text = string.Join('\n', lines);
        var compose = new ComposeFile(scaffold);

        var project = Regex.Match(text, "dotnet publish \"([^\"]+)\" .*--output (/\\w+)");
        Assert.True(File.Exists(Path.Combine(scaffold.Folder, project.Groups[1].Value, "Shop.csproj")));
        var copied = Regex.Match(text, @"COPY --from=(\w+)(?: --chown=\S+)? (\S+) \.");
        Assert.Contains($" AS {copied.Groups[1].Value}\n", text);
        Assert.Equal(project.Groups[2].Value, copied.Groups[2].Value);
        Assert.Equal("ENTRYPOINT [\"dotnet\", \"Shop.dll\"]", lines[^1]);
        Assert.DoesNotContain("AssemblyName", scaffold.Read("src/Shop/Shop.csproj"));
        Assert.Contains("USER $APP_UID", lines);
        // What is written must outlive the container, and everything else may not be written.
        var written = Regex.Matches(text, @"^VOLUME (\S+)", RegexOptions.Multiline).Select(volume => volume.Groups[1].Value);
        Assert.Equal(written, ComposeFile.List(compose.Services["service"], "volumes").Select(volume => volume.Split(':')[1]));
        Assert.Equal("true", compose.Services["service"]["read_only"]);
        var port = Regex.Match(text, @"EXPOSE (\d+)").Groups[1].Value;
        Assert.Equal([$"{port}:{port}"], ComposeFile.List(compose.Services["service"], "ports"));
        Assert.Contains(scaffold.Read(".dockerignore").Split('\n'), line => line == "**/bin/");
    }

    private static Task<Scaffold> Make(string database, string auth) =>
        Engine.Default.Create(Combinations.Default.With("database", database).With("auth", auth));

    private static string Text(Dictionary<object, object> service, params string[] without) => JsonSerializer.Serialize(
        service.Where(member => !without.Contains((string)member.Key)).OrderBy(member => (string)member.Key).ToDictionary(member => (string)member.Key, member => member.Value));

    private static bool IsIn(JsonElement settings, string[] path) =>
        path.Length == 0 || (settings.ValueKind == JsonValueKind.Array && path.Length == 1 && int.TryParse(path[0], out _))
            || (settings.ValueKind == JsonValueKind.Object && settings.TryGetProperty(path[0], out var inner) && IsIn(inner, path[1..]));

    private static TheoryData<string, string> Pairs()
    {
        var pairs = new TheoryData<string, string>();
        foreach (var made in Combinations.Product("database", "auth"))
        {
            pairs.Add(made["database"], made["auth"]);
        }

        return pairs;
    }
}
