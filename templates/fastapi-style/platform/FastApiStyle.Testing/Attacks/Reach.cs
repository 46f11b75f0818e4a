using FastApiStyle.Testing.Documents;

namespace FastApiStyle.Testing.Attacks;

/// <summary>What was seen of one operation.</summary>
internal sealed class Reach(Operation operation)
{
    private readonly SortedDictionary<int, int> all = [];
    private readonly SortedDictionary<int, int> valid = [];

    public Operation Operation => operation;

    /// <summary>How many requests were sent.</summary>
    public int Sent => all.Values.Sum();

    /// <summary>How many of them the document allows.</summary>
    public int Valid => valid.Values.Sum();

    /// <summary>How often each status came.</summary>
    public IReadOnlyDictionary<int, int> Statuses => all;

    /// <summary>The same of the requests that the document allows.</summary>
    public IReadOnlyDictionary<int, int> ValidStatuses => valid;

    public bool HasSucceeded { get; private set; }

    /// <summary>Whether it is a stream that was taken up and had nothing to say.</summary>
    public bool IsSilent { get; private set; }

    /// <summary>What the service said last to a request that the document allows.</summary>
    public string LastWords { get; private set; } = "";

    /// <summary>The input, or the member of one, that it found fault with.</summary>
    public string? LastFault { get; private set; }

    /// <summary>Whether the credentials of the client were never enough.</summary>
    public bool IsTurnedAway => valid.Count > 0 && valid.Keys.All(status => status is 401 or 403) && operation.SignIn.Ways.Count > 0;

    /// <summary>Whether it could succeed and never did, though nothing else is wrong with what it answered.</summary>
    public bool LacksSomething => !HasSucceeded && operation.DocumentsSuccess
        && valid.Count > 0 && valid.Keys.All(status => status < 500 && operation.Documents(status));

    /// <summary>The statuses that the document has and that never came.</summary>
    public IEnumerable<string> Unseen => operation.Statuses.Where(status => !all.Keys.Any(seen => status == $"{seen}" || status == $"{seen / 100}XX"));

    public void AddSilence() => IsSilent = HasSucceeded = true;

    public void Add(Call call, Answer answer)
    {
        all[answer.Status] = all.GetValueOrDefault(answer.Status) + 1;
        if (call.Status is null)
        {
            valid[answer.Status] = valid.GetValueOrDefault(answer.Status) + 1;
            HasSucceeded |= answer.Status < 400 && call.Credentials != Credentials.Forged;
            LastWords = answer.Body;
            LastFault = ErrorAnswers.FaultsIn(answer.Type, answer.Json).SelectMany(fault => fault.Place.Skip(1)).OfType<string>().LastOrDefault();
        }
    }
}
