using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace FastApiService.Data;

/// <summary>Keeps a time as the UTC time that it is, which sorts as it should.</summary>
internal sealed class UtcTimeConverter() : ValueConverter<DateTimeOffset, DateTime>(
    time => time.UtcDateTime,
    stored => new DateTimeOffset(DateTime.SpecifyKind(stored, DateTimeKind.Utc)));

/// <summary>Keeps an amount as a whole number of hundredths, which is exact and sorts as it should.</summary>
internal sealed class HundredthsConverter() : ValueConverter<decimal, long>(
    amount => (long)(amount * 100),
    stored => stored / 100m);
