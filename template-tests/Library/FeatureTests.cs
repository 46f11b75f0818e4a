using FastApiStyle.TemplateTests.Runtime;
using FluentValidation;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace FastApiStyle.TemplateTests.Library;

/// <summary>What a feature adds to a service.</summary>
public sealed class FeatureTests
{
    [Fact]
    public async Task A_feature_may_add_nothing()
    {
        await using var service = await new LibraryService(typeof(EmptyFeature)).Start();

        Assert.DoesNotContain("operationId", await service.Client.GetStringAsync("/openapi.json"));
    }

    [Fact]
    public async Task A_feature_adds_settings_a_hosted_service_a_health_check_and_routes()
    {
        await using var service = await Clock("Seoul");

        Assert.Equal("\"Seoul, running\"", await service.Client.GetStringAsync("/clock"));
        var health = await service.Services.GetRequiredService<HealthCheckService>().CheckHealthAsync();
        Assert.Equal((HealthStatus.Healthy, "Seoul"), (health.Entries["clock"].Status, health.Entries["clock"].Description));
    }

    [Fact]
    public async Task A_setting_that_is_wrong_stops_the_start_with_a_sentence_that_names_it()
    {
        var refusal = await Assert.ThrowsAsync<OptionsValidationException>(() => Clock(""));

        Assert.Equal("The setting Clock:City is wrong: must not be empty.", Assert.Single(refusal.Failures));
    }

    [Fact]
    public async Task A_feature_adds_a_policy_and_words_of_its_own_to_the_document()
    {
        await using var service = await new LibraryService(typeof(DiaryFeature)).Start();

        using var anna = await service.Client.Send(HttpMethod.Get, "/diary", token: "anna");
        using var bob = await service.Client.Send(HttpMethod.Get, "/diary", token: "bob");

        Assert.Equal(200, (int)anna.StatusCode);
        await bob.MustBeProblem(403);
        Assert.Contains("Only Anna reads it.", await service.Client.GetStringAsync("/openapi.json"));
    }

    [Fact]
    public async Task A_method_that_would_never_be_called_stops_the_start_with_a_sentence_that_says_how_to_write_it()
    {
        var refusal = await Assert.ThrowsAsync<StartupException>(() => new LibraryService(typeof(OldFeature)).Start());

        Assert.Equal(
            $"{typeof(OldFeature).FullName}.AddServices is never called: make it public static void AddServices(IHostApplicationBuilder builder).",
            refusal.Message);
    }

    [Fact]
    public async Task Neither_a_feature_nor_its_validators_need_to_be_public()
    {
        await using var service = await new LibraryService(typeof(HiddenFeature), typeof(HiddenValidator)).Start();

        using var answer = await service.Client.Send(HttpMethod.Post, "/hidden", """{"name":""}""");

        Assert.Equal("string_too_short", (string)(await answer.MustBeProblem(422))["errors"]![0]!["type"]!);
    }

    private static Task<LibraryService> Clock(string city) => new LibraryService(typeof(ClockFeature), typeof(ClockSettingsValidator))
    {
        Add = builder => builder.Configuration["Clock:City"] = city,
    }.Start();

    public sealed class EmptyFeature : IFeature;

    public sealed class ClockFeature : IFeature
    {
        public static void AddServices(IHostApplicationBuilder builder)
        {
            builder.AddSettings<ClockSettings>("Clock");
            builder.Services.AddSingleton<Pendulum>();
            builder.Services.AddHostedService(services => services.GetRequiredService<Pendulum>());
            builder.Services.AddHealthChecks().AddCheck<ClockCheck>("clock");
        }

        public static void MapRoutes(IEndpointRouteBuilder routes) => routes.MapGet("/clock", (IOptions<ClockSettings> settings, Pendulum pendulum) =>
            TypedResults.Ok($"{settings.Value.City}, {(pendulum.Runs ? "running" : "standing")}"));
    }

    public sealed record ClockSettings
    {
        public string City { get; init; } = "";
    }

    public sealed class ClockSettingsValidator : AbstractValidator<ClockSettings>
    {
        public ClockSettingsValidator() => RuleFor(settings => settings.City).NotEmpty();
    }

    public sealed class Pendulum : IHostedService
    {
        public bool Runs { get; private set; }

        public Task StartAsync(CancellationToken cancellationToken)
        {
            Runs = true;
            return Task.CompletedTask;
        }

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }

    public sealed class ClockCheck(IOptions<ClockSettings> settings) : IHealthCheck
    {
        public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
            Task.FromResult(HealthCheckResult.Healthy(settings.Value.City));
    }

    public sealed class DiaryFeature : IFeature
    {
        public static void AddServices(IHostApplicationBuilder builder)
        {
            builder.Services.AddAuthorizationBuilder().AddPolicy("anna", policy => policy.RequireUserName("anna"));
            builder.Services.ConfigureSwaggerGen(document => document.DocumentFilter<DiaryWords>());
        }

        public static void MapRoutes(IEndpointRouteBuilder routes) => routes.MapGet("/diary", () => "Dear diary").RequireAuthorization("anna");
    }

    public sealed class DiaryWords : IDocumentFilter
    {
        public void Apply(OpenApiDocument swaggerDoc, DocumentFilterContext context) => swaggerDoc.Info.Description += "Only Anna reads it.";
    }

    public sealed class OldFeature : IFeature
    {
        public static void AddServices(IServiceCollection services) => services.AddSingleton<Pendulum>();
    }

    internal sealed class HiddenFeature : IFeature
    {
        public static void MapRoutes(IEndpointRouteBuilder routes) => routes.MapPost("/hidden", (Hidden hidden) => TypedResults.Ok(hidden.Name));
    }

    internal sealed record Hidden(string Name);

    internal sealed class HiddenValidator : AbstractValidator<Hidden>
    {
        public HiddenValidator() => RuleFor(hidden => hidden.Name).NotEmpty();
    }
}
