using System.Text.RegularExpressions;
using FastApiStyle.TemplateTests.Options;
using k8s.Models;

namespace FastApiStyle.TemplateTests.Deploy;

/// <summary>What runs, and as whom.</summary>
public sealed class PodTests
{
    // Of .NET's images: APP_UID.
    private const int User = 1654;

    public static TheoryData<string, string, string> Cases => DeployCases.All;

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task Nothing_runs_as_root_writes_elsewhere_than_it_must_or_may_speak_to_the_cluster(string database, string auth, string docker)
    {
        var manifests = await Manifests.Of(database, auth, docker);

        Assert.False(manifests.One<V1ServiceAccount>().AutomountServiceAccountToken);
        Assert.All(manifests.Pods.Select(pod => pod.Spec), pod =>
        {
            Assert.False(pod.AutomountServiceAccountToken);
            // A variable for each Service around would be a setting, too.
            Assert.False(pod.EnableServiceLinks);
            var security = pod.SecurityContext;
            Assert.Equal((true, User, User, "RuntimeDefault"), (security.RunAsNonRoot, security.RunAsUser, security.RunAsGroup, security.SeccompProfile.Type));
            Assert.NotNull(pod.Volumes.Single(volume => volume.Name == "tmp").EmptyDir.SizeLimit);
        });
        Assert.All(manifests.Containers, container =>
        {
            var security = container.SecurityContext;
            Assert.Equal((true, false, null), (security.ReadOnlyRootFilesystem, security.AllowPrivilegeEscalation, security.Privileged));
            Assert.Equal(["ALL"], security.Capabilities.Drop);
            Assert.Null(security.Capabilities.Add);
            Assert.Equal("/tmp", container.VolumeMounts.Single(mount => mount.Name == "tmp").MountPath);
            Assert.Equal(["cpu", "memory"], container.Resources.Requests.Keys.Order());
            Assert.Equal(["memory"], container.Resources.Limits.Keys);
            Assert.True(container.Resources.Limits["memory"].ToDecimal() >= container.Resources.Requests["memory"].ToDecimal());
        });
    }

    [Fact]
    public async Task The_file_of_the_database_is_on_a_volume_that_its_user_may_write()
    {
        var manifests = await Manifests.Of("sqlite", "jwt");
        var container = Assert.Single(manifests.Containers);
        var place = container.VolumeMounts.Single(mount => mount.Name == "storage").MountPath;

        Assert.Equal(User, manifests.Instance.Spec.SecurityContext.FsGroup);
        Assert.Equal($"Data Source={place}/app.db", manifests.Settings(container)["ConnectionStrings__Default"]);
        Assert.Contains($"\nVOLUME {place}\n", manifests.Scaffold.Read("Dockerfile"));
        var claim = manifests.One<V1PersistentVolumeClaim>().Spec;
        Assert.Equal(["ReadWriteOnce"], claim.AccessModes);
        Assert.True(claim.Resources.Requests["storage"].ToDecimal() > 0);
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task The_port_of_the_service_is_the_one_it_listens_on(string database, string auth, string docker)
    {
        var manifests = await Manifests.Of(database, auth, docker);
        var container = Assert.Single(manifests.Instance.Spec.Containers);
        var port = Assert.Single(container.Ports);
        var outside = Assert.Single(manifests.One<V1Service>().Spec.Ports);

        Assert.Equal(manifests.Settings(container)["ASPNETCORE_HTTP_PORTS"], $"{port.ContainerPort}");
        Assert.Equal((80, port.Name), (outside.Port, outside.TargetPort.Value));
        Assert.All([container.StartupProbe, container.LivenessProbe, container.ReadinessProbe], probe => Assert.Equal(port.Name, probe.HttpGet.Port.Value));
        if (docker == "true")
        {
            Assert.Equal($"{port.ContainerPort}", Regex.Match(manifests.Scaffold.Read("Dockerfile"), @"EXPOSE (\d+)").Groups[1].Value);
        }
    }

    [Fact]
    public async Task Where_there_is_gRPC_its_port_is_open_too()
    {
        var manifests = await Manifests.Of(Combinations.Default.With("grpc", "true"));
        var container = Assert.Single(manifests.Containers);
        var outside = manifests.One<V1Service>().Spec.Ports;

        Assert.Equal(["http", "grpc"], container.Ports.Select(port => port.Name));
        Assert.Equal(manifests.Settings(container)["Grpc__Port"], $"{container.Ports[1].ContainerPort}");
        Assert.Equal(["http", "grpc"], outside.Select(port => port.Name));
        Assert.Equal(container.Ports.Select(port => port.Name), outside.Select(port => port.TargetPort.Value));
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task A_stop_has_the_time_that_it_takes(string database, string auth, string docker)
    {
        var pod = (await Manifests.Of(database, auth, docker)).Instance.Spec;
        // As long as ASP.NET Core lets a stop take.
        var stop = new Microsoft.Extensions.Hosting.HostOptions().ShutdownTimeout.TotalSeconds;
        // The image has no shell that could wait.
        var wait = Assert.Single(pod.Containers).Lifecycle.PreStop.Sleep.Seconds;

        Assert.InRange(wait, 1, 30);
        Assert.True(pod.TerminationGracePeriodSeconds > wait + stop, $"{pod.TerminationGracePeriodSeconds} s");
    }

    [Fact]
    public async Task A_migration_that_fails_is_tried_again_and_its_logs_stay()
    {
        var job = (await Manifests.Of("postgres", "jwt")).Job!.Spec;

        Assert.Equal("Never", job.Template.Spec.RestartPolicy);
        Assert.InRange(job.BackoffLimit!.Value, 1, 10);
        // A large table takes its time, and what is done would be done again.
        Assert.Equal((null, null), (job.ActiveDeadlineSeconds, job.TtlSecondsAfterFinished));
    }
}
