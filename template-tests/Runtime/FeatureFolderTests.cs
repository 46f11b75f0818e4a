using FastApiStyle.TemplateTests.Harness;
using FastApiStyle.TemplateTests.Library;

namespace FastApiStyle.TemplateTests.Runtime;

/// <summary>A feature that is added to a service as a folder, without another file being changed.</summary>
public sealed class FeatureFolderTests
{
    [Fact]
    public async Task It_has_its_settings_a_hosted_service_a_health_check_middleware_and_work_after_answers()
    {
        await using var mail = await MailServer.Start();
        var scaffold = await Scaffold.Create("Shop", ["--no-restore", "--tests", "false"]);
        Tree.Copy(Path.Combine(Repository.Root, "template-tests/Library/Features/Mail"), Path.Combine(scaffold.ServiceProject, "Features/Mail"));
        (await Shell.Dotnet(scaffold.ServiceProject, "build", "-nodeReuse:false", "-p:TreatWarningsAsErrors=true")).MustSucceed().MustNotWarn();

        await using (var wrong = ServiceProcess.Launch(scaffold, new Dictionary<string, string> { ["Mail__Url"] = mail.Url, ["Mail__From"] = "nobody" }))
        {
            Assert.Equal(1, await wrong.WaitForExit());
            Assert.Contains("The setting Mail:From is wrong: value is not a valid email address.", wrong.Log);
        }
        await using var service = await scaffold.Start(new Dictionary<string, string> { ["Mail__Url"] = mail.Url, ["Mail__From"] = "shop@example.com" });
        using var answer = await service.Client.Send(HttpMethod.Post, "/readers", """{"email":"ada@example.com"}""");
        Assert.Equal((202, "shop@example.com"), ((int)answer.StatusCode, answer.Headers.GetValues("X-Mail-From").Single()));
        Assert.Equal("ada@example.com", (await mail.WaitForLetter()).To);
        await MailServer.Until(async () => (int)(await service.Client.GetAsync("/health/ready")).StatusCode == 200);
        await mail.DisposeAsync();
        await MailServer.Until(async () => (int)(await service.Client.GetAsync("/health/ready")).StatusCode == 503);
    }
}
