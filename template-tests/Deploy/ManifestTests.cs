using FastApiStyle.TemplateTests.Options;
using k8s.Models;

namespace FastApiStyle.TemplateTests.Deploy;

/// <summary>The manifests as a whole: what there is, how many of it run, and which names agree.</summary>
public sealed class ManifestTests
{
    public static TheoryData<string, string, string> Cases => DeployCases.All;

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task Every_file_is_an_object_that_Kubernetes_knows_and_is_applied(string database, string auth, string docker)
    {
        var manifests = await Manifests.Of(database, auth, docker);

        string[] expected =
        [
            "apps/v1 Deployment", "v1 Service", "v1 ServiceAccount",
            .. database == "sqlite" ? (string[])["v1 PersistentVolumeClaim"] : [],
            .. database == "postgres" ? (string[])["autoscaling/v2 HorizontalPodAutoscaler", "batch/v1 Job", "policy/v1 PodDisruptionBudget"] : [],
        ];
        Assert.Equal(expected.Order(StringComparer.Ordinal), manifests.Objects.Values.Select(made => $"{made.ApiVersion} {made.Kind}").Order(StringComparer.Ordinal));
        Assert.Equal("kustomize.config.k8s.io/v1beta1 Kustomization", manifests.Kustomization.Type);
        Assert.Equal(manifests.Objects.Keys.Order(StringComparer.Ordinal), manifests.Kustomization.Resources.Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("sqlite")]
    [InlineData("none")]
    public async Task What_cannot_share_its_data_runs_once_and_stops_before_its_successor_starts(string database)
    {
        var spec = (await Manifests.Of(database, "jwt")).Deployment.Spec;

        Assert.Equal((1, "Recreate"), (spec.Replicas, spec.Strategy.Type));
        Assert.Null(spec.Strategy.RollingUpdate);
    }

    [Fact]
    public async Task On_PostgreSQL_the_autoscaler_alone_says_how_many_run_and_one_may_be_taken_away()
    {
        var manifests = await Manifests.Of("postgres", "jwt");
        var spec = manifests.Deployment.Spec;
        var scaler = manifests.One<V2HorizontalPodAutoscaler>().Spec;
        var target = scaler.ScaleTargetRef;

        Assert.Null(spec.Replicas);
        Assert.Equal(("apps/v1", "Deployment", manifests.Deployment.Metadata.Name), (target.ApiVersion, target.Kind, target.Name));
        Assert.InRange(scaler.MinReplicas!.Value, 2, scaler.MaxReplicas - 1);
        var cpu = Assert.Single(scaler.Metrics).Resource;
        Assert.Equal(("cpu", "Utilization"), (cpu.Name, cpu.Target.Type));
        Assert.InRange(cpu.Target.AverageUtilization!.Value, 50, 90);
        var budget = manifests.One<V1PodDisruptionBudget>().Spec;
        Assert.Null(budget.MinAvailable);
        Assert.InRange(int.Parse(budget.MaxUnavailable.Value), 1, scaler.MinReplicas.Value - 1);
        // None is taken away before another one is ready.
        Assert.Equal(("RollingUpdate", "0", "1"), (spec.Strategy.Type, spec.Strategy.RollingUpdate.MaxUnavailable.Value, spec.Strategy.RollingUpdate.MaxSurge.Value));
        var spread = manifests.Instance.Spec.TopologySpreadConstraints;
        Assert.Equal(["kubernetes.io/hostname", "topology.kubernetes.io/zone"], spread.Select(by => by.TopologyKey).Order());
        Assert.All(spread, by => Assert.Equal((1, "ScheduleAnyway"), (by.MaxSkew, by.WhenUnsatisfiable)));
        Assert.All(spread, by => Assert.Equal(spec.Selector.MatchLabels, by.LabelSelector.MatchLabels));
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task Whatever_selects_the_instances_selects_them_and_no_job(string database, string auth, string docker)
    {
        var manifests = await Manifests.Of(database, auth, docker);
        IEnumerable<IDictionary<string, string>> selectors =
        [
            manifests.Deployment.Spec.Selector.MatchLabels,
            manifests.One<V1Service>().Spec.Selector,
            .. manifests.Objects.Values.OfType<V1PodDisruptionBudget>().Select(budget => budget.Spec.Selector.MatchLabels),
        ];

        Assert.All(selectors, selector => Assert.Equal(selector, manifests.Instance.Metadata.Labels));
        Assert.All(manifests.Objects.Values, made => Assert.Equal(manifests.Instance.Metadata.Labels["app.kubernetes.io/name"], made.Metadata.Labels["app.kubernetes.io/name"]));
        if (manifests.Job is { } job)
        {
            Assert.NotEqual(manifests.Instance.Metadata.Labels["app.kubernetes.io/component"], job.Spec.Template.Metadata.Labels["app.kubernetes.io/component"]);
            Assert.Null(job.Spec.Selector);
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task Whatever_is_named_is_there(string database, string auth, string docker)
    {
        var manifests = await Manifests.Of(database, auth, docker);
        var image = manifests.Kustomization.Image;

        Assert.All(manifests.Pods, pod => Assert.Equal(manifests.One<V1ServiceAccount>().Metadata.Name, pod.Spec.ServiceAccountName));
        Assert.All(manifests.Containers, container => Assert.Equal(image.Name, container.Image));
        Assert.All(manifests.Containers, container => Assert.Equal(manifests.Kustomization.ConfigMap, Assert.Single(container.EnvFrom).ConfigMapRef.Name));
        Assert.All(manifests.Pods.Zip(manifests.Containers), pod =>
            Assert.Equal(pod.First.Spec.Volumes.Select(volume => volume.Name), pod.Second.VolumeMounts.Select(mount => mount.Name)));
        Assert.Equal(
            manifests.Objects.Values.OfType<V1PersistentVolumeClaim>().Select(claim => claim.Metadata.Name),
            manifests.Instance.Spec.Volumes.Where(volume => volume.PersistentVolumeClaim is not null).Select(volume => volume.PersistentVolumeClaim.ClaimName));
        Assert.EndsWith($"/{image.Name}", image.NewName);
        var readme = manifests.Scaffold.Read("README.md");
        Assert.Contains(docker == "true" ? $"docker build --tag {image.Name} ." : $"-p:ContainerRepository={image.Name} -p:ContainerImageTag={image.NewTag}\n", readme);
        Assert.All(manifests.Job is { } job ? [job.Metadata.Name] : (string[])[], name => Assert.Contains($"kubectl delete job {name} --ignore-not-found", readme));
    }
}
