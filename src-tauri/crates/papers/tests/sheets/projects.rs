//! The projects of the sample session, with their votes.

use papers::data::vote::RowOutcome;

pub struct Project {
    pub name: &'static str,
    pub content: &'static str,
    pub investment: &'static str,
    pub unit: &'static str,
    pub person: &'static str,
    pub deadline: &'static str,
    pub votes: [u32; 4],
    pub outcome: RowOutcome,
}

const fn project(facts: [&'static str; 6], votes: [u32; 4], outcome: RowOutcome) -> Project {
    let [name, content, investment, unit, person, deadline] = facts;
    Project { name, content, investment, unit, person, deadline, votes, outcome }
}

use RowOutcome::{Chosen, NotReached, PlacesFilled};

pub const PROJECTS: [Project; 12] = [
    project(
        [
            "青石村至云岭村通组公路硬化工程",
            "硬化通组公路6.8公里，路面宽4.5米、厚20厘米，配套涵洞12道、安全防护栏2.1公里，惠及两村9个村民小组1260人。",
            "386",
            "镇交通管理站",
            "卢晓东",
            "2026年10月",
        ],
        [53, 1, 1, 0],
        Chosen,
    ),
    project(
        [
            "镇中心幼儿园改扩建项目",
            "新建教学楼1栋1800平方米，改造户外活动场地900平方米，新增学位180个。",
            "520",
            "镇中心学校",
            "冯立新",
            "2026年8月",
        ],
        [54, 1, 0, 0],
        Chosen,
    ),
    project(
        [
            "农村饮水安全巩固提升工程（二期）",
            "更换大坪、柳溪、石门3村主管网14.6公里，新建清水池2座、消毒间1处，解决2140人季节性缺水。",
            "298.5",
            "镇水利站",
            "袁浩然",
            "2026年9月",
        ],
        [50, 3, 2, 0],
        Chosen,
    ),
    project(
        [
            "镇卫生院中医馆标准化建设",
            "改造业务用房320平方米，设诊室4间、康复理疗区1处，配置中医诊疗设备36台（套）。",
            "96",
            "镇卫生院",
            "邹敏芳",
            "2026年7月",
        ],
        [44, 7, 4, 0],
        Chosen,
    ),
    project(
        [
            "“一老一小”综合服务中心建设",
            "利用原粮站闲置用房改建，设日间照料床位30张、老年食堂1处、托育位40个、儿童活动室2间。",
            "260",
            "镇民政和社会事务办公室",
            "纳丽娜",
            "2026年11月",
        ],
        [52, 2, 1, 0],
        Chosen,
    ),
    project(
        [
            "高标准农田建设及灌溉渠道清淤疏浚",
            "建设高标准农田1200亩，清淤疏浚渠道18.3公里，维修提灌站3座。",
            "410",
            "镇农业综合服务中心",
            "董海燕",
            "2026年12月",
        ],
        [47, 5, 3, 0],
        Chosen,
    ),
    project(
        [
            "集镇生活污水管网改造",
            "新建改建污水管网5.2公里，检查井168座，接入居民860户，雨污分流。",
            "345.8",
            "镇村镇建设服务中心",
            "叶青",
            "2026年11月",
        ],
        [49, 4, 2, 0],
        Chosen,
    ),
    project(
        [
            "村级文化广场和健身设施提升",
            "提升6个村文化广场地面4200平方米，更换健身器材72件，增设宣传栏和座椅。",
            "88",
            "镇综合文化站",
            "江红梅",
            "2026年6月",
        ],
        [28, 19, 8, 0],
        NotReached,
    ),
    project(
        [
            "山塘水库除险加固",
            "除险加固山塘7口、小（2）型水库1座，坝体防渗、溢洪道整修，增设水位监测设施。",
            "275",
            "镇水利站",
            "袁浩然",
            "2026年5月",
        ],
        [48, 4, 3, 0],
        Chosen,
    ),
    project(
        [
            "农村危房改造与地质灾害隐患点避险搬迁",
            "改造危房26户，搬迁石门村滑坡隐患点11户43人，配套安置点道路和供水。",
            "318",
            "镇自然资源所",
            "钟国栋",
            "2026年12月",
        ],
        [41, 9, 4, 1],
        Chosen,
    ),
    project(
        [
            "路灯亮化工程（太阳能路灯300盏）",
            "在8个村和集镇社区主干道、村民小组路口安装太阳能路灯300盏，保修五年。",
            "72",
            "镇村镇建设服务中心",
            "叶青",
            "2026年4月",
        ],
        [38, 12, 5, 0],
        Chosen,
    ),
    project(
        [
            "垃圾分类收集点及转运站建设",
            "新建垃圾分类收集点45处，改造转运站1座，购置转运车2辆、分类桶1800只。",
            "158",
            "镇城乡环境服务中心",
            "段立群",
            "2026年9月",
        ],
        [35, 14, 6, 0],
        PlacesFilled,
    ),
];
