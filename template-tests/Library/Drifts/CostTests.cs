using System.Diagnostics;
using FastApiStyle.TemplateTests.Library.Features.Articles;
using FastApiStyle.TemplateTests.Library.Features.Bookings;
using FastApiStyle.TemplateTests.Library.Features.People;
using FastApiStyle.Testing;

namespace FastApiStyle.TemplateTests.Library.Drifts;

/// <summary>The contract test is one that a team runs all the time.</summary>
[Collection(nameof(Alone))]
public sealed class CostTests
{
    [Fact]
    public async Task Twenty_operations_take_less_than_ten_seconds()
    {
        await using var service = await new LibraryService(typeof(ArticlesFeature), typeof(BookingsFeature), typeof(PeopleFeature)) { Add = TokenUsers.Add }.Start();
        service.Client.DefaultRequestHeaders.Add("Authorization", TokenUsers.Header);
        var clock = Stopwatch.StartNew();

        var report = $"{await Contract.AttackAsync(service.Client)}";

        Assert.InRange(report.Split('\n').Length, 21, 30);
        Assert.InRange(clock.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(10));
    }
}
