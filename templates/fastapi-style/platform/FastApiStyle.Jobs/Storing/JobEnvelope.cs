using System.Globalization;
using Quartz;

namespace FastApiStyle.Jobs.Storing;

/// <summary>A job as it is kept and sent: by name, as JSON, with the trace of whoever asked for it.</summary>
/// <param name="Round">How often an operator has sent it again after it was a dead letter.</param>
internal sealed record JobEnvelope(string Key, string Name, string Body, int Attempt = 1, int Round = 0, string? TraceParent = null, DateTimeOffset? At = null)
{
    /// <summary>What is written twice for one attempt is one.</summary>
    public string AttemptId => Attempt == 1 && Round == 0 ? Key : string.Create(CultureInfo.InvariantCulture, $"{Key}/{Round}.{Attempt}");

    public JobDataMap ToData()
    {
        var data = new JobDataMap
        {
            ["key"] = Key,
            ["job"] = Name,
            ["body"] = Body,
            ["attempt"] = Attempt.ToString(CultureInfo.InvariantCulture),
            ["round"] = Round.ToString(CultureInfo.InvariantCulture),
        };
        if (TraceParent is not null)
        {
            data["trace"] = TraceParent;
        }
        return data;
    }

    public static JobEnvelope From(JobDataMap data) => new(
        (string)data["key"]!, (string)data["job"]!, (string)data["body"]!,
        int.Parse((string)data["attempt"]!, CultureInfo.InvariantCulture), int.Parse((string)data["round"]!, CultureInfo.InvariantCulture),
        data.TryGetValue("trace", out var trace) ? (string?)trace : null);
}
