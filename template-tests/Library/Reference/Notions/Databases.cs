using FastApiStyle.TemplateTests.Feature;
using FastApiStyle.TemplateTests.Harness;

namespace FastApiStyle.TemplateTests.Library.Reference.Notions;

/// <summary>What the library has no part in: the two templates write it, whose tests build, migrate and run what stands here.</summary>
internal static class Databases
{
    [Notion("SQLModel, SQLAlchemy")]
    public static async Task EntityFramework()
    {
        var feature = await AddedFeature.Default.Create("Order");
        Assert.Contains("IEntityTypeConfiguration<Order>", feature.Read("src/Shop/Features/Orders/OrderTable.cs"));
        Assert.Contains("class OrderService(AppDbContext database", feature.Read("src/Shop/Features/Orders/OrderService.cs"));
    }

    [Notion("alembic")]
    public static async Task Migrations()
    {
        Assert.Contains("dotnet-ef migrations add ", await File.ReadAllTextAsync(Path.Combine(TemplateSource.Feature.Config, "template.json")));
        Assert.Contains("MigrateAsync(", await File.ReadAllTextAsync(Path.Combine(TemplateSource.Service.Folder, "src", "FastApi-Service", "Data", "MigrationAtStart.cs")));
    }
}
