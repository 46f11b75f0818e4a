using System.Text.RegularExpressions;
using FastApiStyle.TemplateTests.Harness;

namespace FastApiStyle.TemplateTests.Feature;

public sealed class NameTests
{
    [Theory]
    [InlineData("Order", null, "Orders", "/orders", "an order")]
    [InlineData("order", null, "Orders", "/orders", "an order")]
    [InlineData("OrderLine", null, "OrderLines", "/order-lines", "an order line")]
    [InlineData("Category", null, "Categories", "/categories", "a category")]
    [InlineData("Holiday", null, "Holidays", "/holidays", "a holiday")]
    [InlineData("Box", null, "Boxes", "/boxes", "a box")]
    [InlineData("Address", null, "Addresses", "/addresses", "an address")]
    [InlineData("Branch", null, "Branches", "/branches", "a branch")]
    [InlineData("University", null, "Universities", "/universities", "a university")]
    [InlineData("Person", "People", "People", "/people", "a person")]
    [InlineData("Sheep", "sheep", "Sheep", "/sheep", "a sheep")]
    [InlineData("HTTPRoute", null, "HTTPRoutes", "/http-routes", "a http route")]
    [InlineData("SKU", null, "SKUs", "/skus", "a sku")]
    [InlineData("class", null, "Classes", "/classes", "a class")]
    [InlineData("日本", null, "日本s", "/日本s", "a 日本")]
    public async Task Singular_and_plural_follow_from_the_name(string name, string? plural, string folder, string route, string words)
    {
        var feature = await AddedFeature.Default.Create(name, plural);

        var routes = feature.Read($"src/Shop/Features/{folder}/{folder}Feature.cs");
        Assert.Contains($"namespace Shop.Features.{folder};", routes);
        Assert.Contains($"""routes.MapGroup("{route}").WithTags("{route[1..]}")""", routes);
        Assert.Contains($"List{folder}(", routes);
        Assert.Contains($"<summary>Create {words}.</summary>", routes);
        Assert.Contains($"tests/Shop.Tests/{folder}Tests.cs", feature.Files());
    }

    [Theory]
    [InlineData("Invoices", "Invoice", "Invoices")]
    [InlineData("invoices", "Invoice", "Invoices")]
    [InlineData("Categories", "Category", "Categories")]
    [InlineData("Movies", "Movie", "Movies")]
    [InlineData("OrderLines", "OrderLine", "OrderLines")]
    [InlineData("Boxes", "Box", "Boxes")]
    [InlineData("Addresses", "Address", "Addresses")]
    [InlineData("Branches", "Branch", "Branches")]
    [InlineData("Caches", "Cache", "Caches")]
    [InlineData("Statuses", "Status", "Statuses")]
    [InlineData("Warehouses", "Warehouse", "Warehouses")]
    [InlineData("Purchases", "Purchase", "Purchases")]
    [InlineData("Quizzes", "Quiz", "Quizzes")]
    [InlineData("Shoes", "Shoe", "Shoes")]
    [InlineData("SKUs", "SKU", "SKUs")]
    [InlineData("Status", "Status", "Statuses")]
    [InlineData("Lens", "Lens", "Lenses")]
    [InlineData("Process", "Process", "Processes")]
    [InlineData("Series", "Series", "Series")]
    [InlineData("DNS", "DNS", "DNSs")]
    public async Task A_name_that_is_a_plural_is_taken_in_the_singular(string name, string singular, string plural)
    {
        var feature = await AddedFeature.Default.Create(name);

        Assert.Contains($"class {singular}Service(", feature.Read($"src/Shop/Features/{plural}/{singular}Service.cs"));
    }

    [Fact]
    public async Task A_plural_that_is_given_says_that_the_name_is_none()
    {
        var feature = await AddedFeature.Default.Create("Kudos", "Kudos");
        var odd = await AddedFeature.Default.Create("Bones", "Bonesies");

        Assert.Contains("src/Shop/Features/Kudos/KudosService.cs", feature.Files());
        Assert.Contains("src/Shop/Features/Bonesies/BonesService.cs", odd.Files());
    }

    [Theory]
    [InlineData("Class", "@class")]
    [InlineData("Record", "@record")]
    [InlineData("Page", "pageEntity")]
    [InlineData("Group", "groupEntity")]
    [InlineData("Order", "order")]
    public async Task A_variable_has_a_name_that_C_sharp_takes(string name, string variable)
    {
        var feature = await AddedFeature.Default.Create(name);
        var service = feature.Files().Single(file => file.EndsWith($"{name}Service.cs", StringComparison.Ordinal));

        Assert.Equal(variable, Regex.Match(feature.Read(service), @"var (\S+) = new").Groups[1].Value);
    }

    [Theory]
    [InlineData("Task")]
    [InlineData("task")]
    [InlineData("Version")]
    [InlineData("StatusCode")]
    [InlineData("1st")]
    [InlineData("order-line")]
    [InlineData("R&D")]
    [InlineData("Order", "My Orders")]
    public async Task A_name_that_would_not_build_writes_nothing(string name, string? plural = null) =>
        Assert.Empty((await AddedFeature.Default.Create(name, plural)).Files());

    [Fact]
    public void Singular_and_plural_are_refused_for_the_same_words()
    {
        var symbols = TemplateSource.Feature.Symbols;

        Assert.Equal(Pattern("entityFits"), Pattern("pluralFits"));

        string? Pattern(string symbol) => symbols.GetProperty(symbol).GetProperty("parameters").GetProperty("pattern").GetString();
    }
}
