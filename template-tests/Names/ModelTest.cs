using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.Extensions.DependencyInjection;
using Shop.Data;

namespace Shop.Tests;

/// <summary>A test for a scaffold: two first requests at once must not meet a model that one of them is still building.</summary>
public sealed class ModelTest
{
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
