using FastApiStyle.Logging;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Console;
using Microsoft.Extensions.Options;

namespace FastApiStyle.TemplateTests.Library.Logging;

public sealed class JsonLinesTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void They_take_the_place_of_the_console_once_and_leave_other_providers(int times)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Services.AddKeyedSingleton("other", new object());
        builder.Logging.AddProvider(new ServiceLog());
        for (var time = 0; time < times; time++)
        {
            builder.Logging.AddJsonLines();
        }

        using var services = builder.Services.BuildServiceProvider();
        var providers = services.GetServices<ILoggerProvider>().ToList();
        Assert.Single(providers.OfType<LineLoggerProvider>());
        Assert.Single(providers.OfType<ServiceLog>());
        Assert.Empty(providers.OfType<ConsoleLoggerProvider>());
    }

    [Theory]
    [InlineData(null, true)]
    [InlineData("false", false)]
    public void Their_form_is_that_of_the_settings_and_has_scopes_and_the_time_in_UTC_without_any(string? setting, bool hasScopes)
    {
        var builder = WebApplication.CreateBuilder();
        builder.Configuration["Logging:Console:FormatterOptions:IncludeScopes"] = setting;
        builder.Logging.AddJsonLines();

        using var services = builder.Services.BuildServiceProvider();
        var form = services.GetRequiredService<IOptionsMonitor<JsonConsoleFormatterOptions>>().CurrentValue;
        Assert.Equal((hasScopes, true), (form.IncludeScopes, form.UseUtcTimestamp));
    }
}
