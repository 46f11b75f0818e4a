using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace FastApiStyle.TemplateTests.Library;

/// <summary>What a start does, and what it leaves to who needs it.</summary>
public sealed class StartTests
{
    [Fact]
    public async Task Keys_that_cookies_are_sealed_with_are_read_when_something_is_sealed_and_not_at_each_start()
    {
        await using var service = await new LibraryService(typeof(PlainFeature)) { Add = builder => builder.Services.AddDataProtection().UseEphemeralDataProtectionProvider() }.Start();

        Assert.DoesNotContain(service.Services.GetServices<IHostedService>(), hosted => hosted.GetType().Namespace!.Contains("DataProtection", StringComparison.Ordinal));
        var keys = service.Services.GetRequiredService<IDataProtectionProvider>().CreateProtector("tests");
        Assert.Equal("secret", keys.Unprotect(keys.Protect("secret")));
    }

    [Fact]
    public async Task Each_setting_of_the_server_that_is_wrong_is_named_by_the_start()
    {
        var refusal = await Assert.ThrowsAsync<OptionsValidationException>(() => new LibraryService(typeof(PlainFeature))
        {
            AddFirst = builder =>
            {
                builder.Configuration["Server:PathBase"] = "shop/";
                builder.Configuration["Server:MaxBodyBytes"] = "0";
                builder.Configuration["Server:TrustedProxies:0"] = "10.0.0.0/8";
                builder.Configuration["Server:TrustedProxies:1"] = "proxy";
                builder.Configuration["Server:CorsOrigins:0"] = "https://shop.example/page";
                builder.AddServer();
            },
        }.Start());

        Assert.Equal(
            [
                "The setting Server:PathBase is wrong: must start with a slash and end without one.",
                "The setting Server:MaxBodyBytes is wrong: must be greater than '0'.",
                "The setting Server:TrustedProxies:1 is wrong: must be an IP address, or a network of them such as 10.0.0.0/8.",
                "The setting Server:CorsOrigins:0 is wrong: must be an origin such as https://example.com, or *.",
            ],
            refusal.Failures);
    }

    internal sealed class PlainFeature : IFeature
    {
        public static void MapRoutes(IEndpointRouteBuilder routes) => routes.MapGet("/plain", Read);

        private static string Read() => "plain";
    }
}
