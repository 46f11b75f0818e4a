using System.Net;
using FastApiService.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.Extensions.DependencyInjection;

namespace FastApiService.Tests;

public sealed class DatabaseTests
{
    [Fact]
    public async Task Without_its_migrations_the_service_is_not_ready()
    {
        await using var service = new ServiceFactory().With("Database:MigrateAtStart", "false");

        var answer = await service.CreateClient().GetAsync("/health/ready", TestContext.Current.CancellationToken);

        await answer.ShouldBeProblemAsync(HttpStatusCode.ServiceUnavailable);
    }

    [Fact]
    public async Task The_first_requests_find_a_model_that_is_whole()
    {
        await using var service = new ServiceFactory();
        // One that no other test has used.
        var options = new DbContextOptionsBuilder<AppDbContext>(service.Services.GetRequiredService<DbContextOptions<AppDbContext>>())
            .EnableServiceProviderCaching(false);

        await using var database = new AppDbContext(options.Options);

        Assert.NotNull(database.Model.FindRuntimeAnnotation(RelationalAnnotationNames.RelationalModel));
    }
}
