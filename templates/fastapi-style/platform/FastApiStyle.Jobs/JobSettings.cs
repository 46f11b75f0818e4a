using FastApiStyle.Jobs.Running;
using FluentValidation;
using Quartz;

namespace FastApiStyle.Jobs;

/// <summary>The settings under <c>Jobs</c>.</summary>
internal sealed record JobSettings
{
    /// <summary>How many jobs an instance runs at once.</summary>
    public int Concurrency { get; init; } = 10;

    /// <summary>How often a job is tried before it is a dead letter.</summary>
    public int Attempts { get; init; } = 8;

    /// <summary>The pause before the second attempt; each further one is twice as long.</summary>
    public TimeSpan FirstPause { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>The longest pause.</summary>
    public TimeSpan LongestPause { get; init; } = TimeSpan.FromHours(1);

    /// <summary>Jobs that are repeated: the name of each, and a cron expression of five fields, in UTC.</summary>
    public Dictionary<string, string> Schedules { get; init; } = [];

    /// <summary>The queue of RabbitMQ; the name of the service where there is none.</summary>
    public string Queue { get; init; } = "";
}

internal sealed class JobSettingsValidator : AbstractValidator<JobSettings>
{
    public JobSettingsValidator(JobTypes types)
    {
        RuleFor(jobs => jobs.Concurrency).InclusiveBetween(1, 1000);
        RuleFor(jobs => jobs.Attempts).InclusiveBetween(1, 1000);
        RuleFor(jobs => jobs.FirstPause).GreaterThanOrEqualTo(TimeSpan.Zero);
        RuleFor(jobs => jobs.LongestPause).GreaterThanOrEqualTo(jobs => jobs.FirstPause);
        RuleForEach(jobs => jobs.Schedules)
            .Must(schedule => types.Knows(schedule.Key)).WithMessage((_, schedule) => $"there is no job {schedule.Key}")
            .Must(schedule => CronExpression.TryParse(schedule.Value, CronFormat.Unix, out _))
            .WithMessage((_, schedule) => $"\"{schedule.Value}\" of {schedule.Key} is no cron expression of five fields, such as \"0 3 * * *\"");
    }
}
