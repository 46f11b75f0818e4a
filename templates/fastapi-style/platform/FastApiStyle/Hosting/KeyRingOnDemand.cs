namespace FastApiStyle.Hosting;

/// <summary>
/// <c>AddAuthentication</c> has each start read the keys that cookies and antiforgery tokens are sealed with, and the first one make
/// them: a tenth of a start, a file and two warnings in a container, for what a service of bearer tokens never uses. Here it is done
/// when something is sealed.
/// </summary>
internal static class KeyRingOnDemand
{
    private const string ReadsAtStart = "Microsoft.AspNetCore.DataProtection.Internal.DataProtectionHostedService";

    /// <param name="builder">The builder of the service, which may add authentication later.</param>
    public static void AddTo(WebApplicationBuilder builder) =>
        // When the service is built. Of another container than that of the framework the services are no longer to be changed.
        builder.Host.ConfigureContainer<object>((_, container) =>
        {
            if (container is IServiceCollection services && services.FirstOrDefault(each => each.ImplementationType?.FullName == ReadsAtStart) is { } reader)
            {
                services.Remove(reader);
            }
        });
}
