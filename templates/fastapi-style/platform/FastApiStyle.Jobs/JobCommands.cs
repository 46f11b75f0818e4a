using FastApiStyle.Jobs.Storing;

namespace FastApiStyle.Jobs;

/// <summary>What an operator does with dead letters, by the service itself, which then does nothing else.</summary>
internal static class JobCommands
{
    private const string Usage = "jobs dead | jobs retry ID… | jobs retry all";

    public static async Task<bool> RunAsync(IServiceProvider services, string[] args)
    {
        if (args is not ["jobs", .. var command])
        {
            return false;
        }
        if (services.GetRequiredService<JobStoreOptions>().Database is null)
        {
            throw new StartupException("Jobs are kept in the memory of each running service: there are no dead letters elsewhere.");
        }
        var letters = services.GetRequiredService<DeadLetters>();
        switch (command)
        {
            case ["dead"]:
                foreach (var letter in await letters.ListAsync(CancellationToken.None))
                {
                    Console.WriteLine($"{letter.Id}  {letter.FailedAt:yyyy-MM-dd'T'HH:mm:ss'Z'}  {letter.Job} {letter.Body}  {letter.Reason.ReplaceLineEndings(" ")}");
                }
                break;
            case ["retry", "all"]:
                await SendAgainAsync(letters, [.. (await letters.ListAsync(CancellationToken.None)).Select(letter => letter.Id)]);
                break;
            case ["retry", _, ..]:
                await SendAgainAsync(letters, command[1..]);
                break;
            default:
                throw new StartupException($"The commands are: {Usage}");
        }
        return true;
    }

    private static async Task SendAgainAsync(DeadLetters letters, string[] ids)
    {
        foreach (var id in ids)
        {
            if (!await letters.SendAgainAsync(id, CancellationToken.None))
            {
                throw new StartupException($"There is no dead letter {id}.");
            }
            Console.WriteLine($"{id} is sent again.");
        }
    }
}
