using System.Text.RegularExpressions;
using FastApiStyle.TemplateTests.Harness;
using FastApiStyle.TemplateTests.Library;

namespace FastApiStyle.TemplateTests.Runtime;

/// <summary>A feature that is added to a service as a folder, without another file being changed.</summary>
public sealed partial class FeatureFolderTests
{
    [Fact]
    public async Task It_has_its_settings_a_hosted_service_a_health_check_middleware_and_work_after_answers()
    {
        await using var mail = await MailServer.Start();
        var scaffold = await Scaffold.Create("Shop", ["--no-restore", "--tests", "false"]);
        AddFolder(scaffold, "Mail");
        (await Shell.Dotnet(scaffold.ServiceProject, "build", "-nodeReuse:false", "-p:TreatWarningsAsErrors=true")).MustSucceed().MustNotWarn();

        await using (var wrong = ServiceProcess.Launch(scaffold, new Dictionary<string, string> { ["Mail__Url"] = mail.Url, ["Mail__From"] = "nobody" }))
        {
            Assert.Equal(1, await wrong.WaitForExit());
            Assert.Contains("The setting Mail:From is wrong: must be an e-mail address.", wrong.Log);
        }
        await using var service = await scaffold.Start(new Dictionary<string, string> { ["Mail__Url"] = mail.Url, ["Mail__From"] = "shop@example.com" });
        using var answer = await service.Client.Send(HttpMethod.Post, "/readers", """{"email":"ada@example.com"}""");
        Assert.Equal((202, "shop@example.com"), ((int)answer.StatusCode, answer.Headers.GetValues("X-Mail-From").Single()));
        Assert.Equal("ada@example.com", (await mail.WaitForLetter()).To);
        await MailServer.Until(async () => (int)(await service.Client.GetAsync("/health/ready")).StatusCode == 200);
        await mail.DisposeAsync();
        await MailServer.Until(async () => (int)(await service.Client.GetAsync("/health/ready")).StatusCode == 503);
    }

    /// <summary>Writes a feature of the library's tests into the service, without what a web project uses by default.</summary>
    private static void AddFolder(Scaffold scaffold, string feature)
    {
        var target = Directory.CreateDirectory(Path.Combine(scaffold.ServiceProject, "Features", feature)).FullName;
        foreach (var file in Directory.GetFiles(Path.Combine(Repository.Root, "template-tests/Library/Features", feature)))
        {
            File.WriteAllText(Path.Combine(target, Path.GetFileName(file)), ImplicitUsings().Replace(File.ReadAllText(file), ""));
        }
    }

    [GeneratedRegex(@"^using (Microsoft\.AspNetCore\.(Builder|Http|Routing)|Microsoft\.Extensions\.(DependencyInjection|Hosting)|System\.Net\.Http\.Json);\n", RegexOptions.Multiline)]
    private static partial Regex ImplicitUsings();
}
