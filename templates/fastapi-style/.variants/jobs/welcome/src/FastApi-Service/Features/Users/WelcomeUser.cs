using FastApiService.Data;
using FastApiStyle;

namespace FastApiService.Features.Users;

/// <summary>Welcomes someone who has signed up.</summary>
public sealed record WelcomeUser(Guid UserId) : IJob;

/// <summary>Who signs up is welcomed: the job is saved with the user, or neither is.</summary>
internal sealed class WelcomeOfNewUsers : IJobsOfNew<User>
{
    public IEnumerable<IJob> JobsOf(User added) => [new WelcomeUser(added.Id)];
}

internal sealed class WelcomeUserHandler(AppDbContext database, IMailSender mails) : IJobHandler<WelcomeUser>
{
    public async Task HandleAsync(WelcomeUser job, JobContext context, CancellationToken cancellation)
    {
        // Whoever has gone since then is not welcomed.
        if (await database.Set<User>().FindAsync([job.UserId], cancellation) is { } user)
        {
            await mails.SendAsync(user.Email, "Welcome!", context.Key, cancellation);
        }
    }
}
