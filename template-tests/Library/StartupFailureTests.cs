using FastApiStyle.TemplateTests.Library.Features.Books;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace FastApiStyle.TemplateTests.Library;

/// <summary>What ends a start.</summary>
public sealed class StartupFailureTests
{
    [Fact]
    public async Task A_stop_while_a_service_starts_is_one_sentence_and_no_stack_trace()
    {
        var ended = await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            new LibraryService(typeof(BooksFeature)) { Add = builder => builder.Services.AddHostedService<StoppedEarly>() }.Start());

        Assert.Equal("The service was told to stop before it had started.", StartupFailure.SentenceFor(ended));
    }

    /// <summary>As a signal does, while a migration or the like is under way.</summary>
    private sealed class StoppedEarly(IHostApplicationLifetime lifetime) : IHostedService
    {
        public Task StartAsync(CancellationToken cancellationToken)
        {
            lifetime.StopApplication();
            return Task.Delay(Timeout.Infinite, cancellationToken);
        }

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
