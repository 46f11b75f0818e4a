using System.Net;

namespace FastApiStyle.TemplateTests.Grpc;

/// <summary>What a service of <c>--grpc</c> does on a port of its own, beside HTTP.</summary>
public sealed class ScaffoldTests(RpcService rpc) : IClassFixture<RpcService>
{
    [Fact]
    public async Task A_client_in_Python_goes_on_its_journey()
    {
        var client = await PythonClient.Generate(rpc.Scaffold);
        var (service, port) = await rpc.Start();
        await using var running = service;

        (await PythonClient.Travel(client, service.Address, port)).MustSucceed();

        Assert.DoesNotContain("Unhandled", service.Log);
    }

    [Fact]
    public async Task The_ports_are_two_and_each_speaks_its_own_version_of_HTTP()
    {
        var (service, port) = await rpc.Start();
        await using var running = service;

        var first = await service.Client.GetAsync("/health/live");
        using var other = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{port}"), DefaultRequestVersion = HttpVersion.Version20, DefaultVersionPolicy = HttpVersionPolicy.RequestVersionExact };
        var second = await other.GetAsync("/health/live");

        Assert.Equal((HttpStatusCode.OK, HttpVersion.Version11), (first.StatusCode, first.Version));
        Assert.Equal((HttpStatusCode.OK, HttpVersion.Version20), (second.StatusCode, second.Version));
    }

    [Theory]
    [InlineData("Development", true)]
    [InlineData("Production", false)]
    public async Task Who_develops_it_asks_it_what_it_has(string environment, bool answers)
    {
        var (service, port) = await rpc.Start(environment);
        await using var running = service;

        var services = await Reflection.ListServices(port);

        Assert.Equal(answers, services.Contains($"{RpcService.Package}.Items"));
        Assert.Equal(answers, services.Contains($"{RpcService.Package}.Users"));
    }

    [Fact]
    public async Task Its_library_comes_as_a_package_too()
    {
        var scaffold = await Harness.Scaffold.Create("Shop", ["--no-restore", "--grpc", "--platform", "package", "--database", "none"]);

        await scaffold.Test();

        Assert.Contains("\"FastApiStyle.Grpc/1.0.0\"", scaffold.Read("src/Shop/obj/project.assets.json"));
    }

    [Fact]
    public async Task A_port_that_is_none_stops_the_start_with_one_sentence()
    {
        await using var service = Harness.ServiceProcess.Launch(rpc.Scaffold, new Dictionary<string, string> { ["Grpc__Port"] = "70000" });

        Assert.Equal(1, await service.WaitForExit());

        Assert.Equal("The setting Grpc:Port is wrong: must be between 1 and 65535, and is 70000.", service.Log);
    }
}
